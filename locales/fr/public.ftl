# The pages that the server writes: the words for readers without scripts.
public-no-script = Cette page se lit telle quelle. Les quiz et l’écriture ont besoin que JavaScript soit activé dans le navigateur.
