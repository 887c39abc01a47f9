//! The national list in parts: what the parts say about each other's communes is written all the same.

use super::*;

const HEAD: &str = "slug,type,code,region_code,name_ar,name_fr,name_en,population_2024,joined,source\n\
    region-x,region,05,05,بني ملال,Béni Mellal,Beni Mellal,,,\n";
const PROVINCE: &str = "province-x,province,05.311,05,خريبكة,Khouribga,Khouribga,,,\n";
const FIRST_COMMUNE: &str = "oulad-a,commune,05.311.07.13,05,أولاد عيسى,Oulad Aissa,Oulad Aissa,,2024-02,\n";
const SECOND_COMMUNE: &str = "oulad-b,commune,05.081.05.05,05,أولاد عيسى,Oulad Aïssa,Oulad Aissa,,,\n";
const RENAMED: &str = "oulad-b,commune,05.081.05.05,05,أولاد يعيش,Oulad Yaich,Oulad Yaich,,,\n";
const THIRD_COMMUNE: &str = "todgha,commune,05.311.07.14,05,تودغى,Todgha,Todgha,,,\n";

fn list(lines: &[&str]) -> Files {
    let text = format!("{HEAD}{}", lines.concat());
    [("directory/collectivities.csv".to_owned(), text.into_bytes())].into()
}

/// The names in addresses of the communes that share their name.
fn marked(store: &dyn Store, scope: Scope) -> Vec<String> {
    let mut all: Vec<Collectivity> = row_store::all(&*store.read().unwrap(), scope).unwrap();
    all.retain(|one| one.shares_name);
    let mut slugs: Vec<String> = all.into_iter().map(|one| one.slug).collect();
    slugs.sort();
    slugs
}

#[test]
fn communes_of_one_name_are_told_apart_whichever_import_brought_them() {
    let store = MemoryStore::new();
    let marks = || [Scope::Directory, Scope::Public].map(|scope| marked(&store, scope));
    let none: [Vec<String>; 2] = Default::default();
    let both = [
        vec!["oulad-a".to_owned(), "oulad-b".to_owned()],
        vec!["oulad-a".to_owned()],
    ];

    import_into(&store, &list(&[PROVINCE, FIRST_COMMUNE]), FIRST).unwrap();
    assert_eq!(marks(), none);
    import_into(&store, &list(&[SECOND_COMMUNE]), FIRST).unwrap();
    assert_eq!(marks(), both);
    let held = picture(&store);
    let again = import_into(&store, &list(&[SECOND_COMMUNE]), LATER).unwrap();
    assert_eq!((again.changed, again.unchanged), (0, 2));
    import_into(&store, &list(&[FIRST_COMMUNE]), LATER).unwrap();
    assert_eq!(picture(&store), held, "nobody is sent anything");
    import_into(&store, &list(&[RENAMED]), LATER).unwrap();
    assert_eq!(marks(), none, "the mark goes as well");
}

#[test]
fn a_commune_keeps_its_province_and_a_new_one_gets_it_where_the_list_lacks_it() {
    let store = MemoryStore::new();
    import_into(&store, &list(&[PROVINCE, FIRST_COMMUNE]), FIRST).unwrap();
    import_into(&store, &list(&[FIRST_COMMUNE, THIRD_COMMUNE]), LATER).unwrap();
    let read = store.read().unwrap();
    for slug in ["oulad-a", "todgha"] {
        let held: Option<Collectivity> =
            row_store::find(&*read, Scope::Directory, CollectivityId::from_name(slug)).unwrap();
        let province = held.unwrap().province.unwrap();
        assert_eq!(province.get(Lang::Fr), Some("Khouribga"), "{slug}");
    }
}

#[tokio::test]
async fn a_folder_that_is_written_in_pieces_tells_them_apart_at_its_end() {
    let folder = TestFolder::new();
    let store = std::sync::Arc::new(MemoryStore::new());
    let hub = Database::start(store.clone(), &mut OsEntropy).unwrap();
    for (name, lines) in [
        ("first", [PROVINCE, FIRST_COMMUNE].as_slice()),
        ("second", &[SECOND_COMMUNE]),
    ] {
        let library = folder.path().join(name);
        write_folder(&library, &list(lines)).unwrap();
        import_folder(&hub, library, FIRST, OnConflict::Keep)
            .await
            .unwrap();
    }
    assert_eq!(marked(&*store, Scope::Directory), ["oulad-a", "oulad-b"]);
    hub.stop().await;
}
