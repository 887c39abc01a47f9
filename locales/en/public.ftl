# The pages that the server writes: the words for readers without scripts.
public-no-script = This page can be read as it is. Quizzes and writing need JavaScript to be enabled in the browser.
