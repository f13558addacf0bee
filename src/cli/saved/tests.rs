//! Saved searches in a folder made for the purpose.

use std::fs;

use super::*;

fn saved(name: &str) -> Saved {
    let arguments = SavedQuery {
        query: "grain -wheat".to_owned(),
        sections: vec!["Middle East".to_owned()],
        langs: vec!["en".to_owned()],
        since: Some("2024".to_owned()),
        ..SavedQuery::default()
    };
    Saved::new(name, arguments)
}

fn ids(of: &[&str]) -> impl Iterator<Item = String> {
    of.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>().into_iter()
}

fn names(store: &Store) -> Vec<String> {
    let all = store.list().expect("a list");
    all.into_iter().map(|one| one.map_or_else(|error| error.to_string(), |saved| saved.name)).collect()
}

#[test]
fn what_is_kept_comes_back() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(&dir.path().join("not/there/yet"));
    assert_eq!(names(&store), [""; 0]);
    let mut grain = saved("grain");
    grain.look(dir.path(), ids(&["c", "a", "c"]));
    store.store(&grain).expect("stored");
    assert_eq!(store.load("grain").expect("loaded"), grain);
    store.store(&saved("grain")).expect("stored in its place");
    assert!(store.load("grain").expect("loaded").last_look(dir.path()).is_none());
    store.store(&saved("Ärzte_2.b")).expect("stored");
    assert_eq!(names(&store), ["grain", "Ärzte_2.b"]);
    store.remove("grain").expect("removed");
    assert_eq!(names(&store), ["Ärzte_2.b"]);
    assert_eq!(fs::read_dir(dir.path().join("not/there/yet")).expect("a folder").count(), 1, "nothing is left aside");
}

#[test]
fn a_look_is_at_one_index_and_keeps_what_was_there() {
    let mut grain = saved("grain");
    let index = Path::new("/no/such/index");
    grain.look(index, ids(&["e", "b", "i"]));
    let look = grain.last_look(index).expect("a look");
    assert_eq!(look.seen(), 3);
    assert_eq!(look.seen_ids().collect::<Vec<_>>(), ["b", "e", "i"]);
    assert!(grain.last_look(Path::new("/another")).is_none());
}

#[test]
fn an_index_is_one_whatever_the_way_to_it() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::create_dir(dir.path().join("index")).expect("a folder");
    let mut grain = saved("grain");
    grain.look(&dir.path().join("index"), ids(&["a"]));
    assert!(grain.last_look(&dir.path().join("index/../index")).is_some());
}

#[test]
fn names_are_names_of_files_everywhere() {
    for name in ["grain", "Grain-2.b_c", "зерно", &"x".repeat(64)] {
        assert_eq!(check_name(name), Ok(()), "{name}");
    }
    for name in
        ["", "..", ".x", "-n", "a/b", "a\\b", "a b", "a\n", "a:b", "nul", "COM1.x", &"x".repeat(65), &"𠀀".repeat(64)]
    {
        assert!(check_name(name).is_err(), "{name:?}");
    }
}

#[test]
fn damaged_and_foreign_files_hide_no_others() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    store.store(&saved("good")).expect("stored");
    for (file, text) in [
        ("cut.json", "{\"version\":1,\"argum"),
        ("foreign.json", "[1, 2]"),
        ("later.json", "{\"version\":2,\"name\":{}}"),
        ("empty.json", ""),
        (".good.json.new", "{"),
        ("good copy.json", "{"),
        ("notes.txt", "x"),
    ] {
        fs::write(dir.path().join(file), text).expect("a written file");
    }
    fs::create_dir(dir.path().join("folder.json")).expect("a folder");
    let all = names(&store);
    assert_eq!(all.len(), 6, "{all:?}");
    assert!(all[0].contains("cut.json: is damaged") && all[0].contains("save the search anew"), "{all:?}");
    assert!(all[1].contains("empty.json") && all[2].contains("folder.json"), "{all:?}");
    assert_eq!(all[4], "good");
    assert!(all[5].contains("later version"), "{all:?}");
}

#[test]
fn older_files_with_less_in_them_are_read() {
    let dir = tempfile::tempdir().expect("a folder");
    fs::write(dir.path().join("old.json"), r#"{"version":1,"arguments":{"query":"grain"},"more":1}"#).expect("a file");
    assert_eq!(Store::at(dir.path()).load("old").expect("loaded").arguments.query, "grain");
}

#[test]
fn a_misspelt_name_is_met_with_the_one_that_was_meant() {
    let dir = tempfile::tempdir().expect("a folder");
    let store = Store::at(dir.path());
    store.store(&saved("grain")).expect("stored");
    let said = |name: &str| store.load(name).expect_err("none").to_string();
    assert_eq!(said("gran"), "there is no saved search `gran`, but there is `grain`; `pressmark saved` lists them");
    assert_eq!(said("zzz"), "there is no saved search `zzz`; `pressmark saved` lists them");
    assert!(store.remove("gran").is_err());
    assert!(said("../grain").contains("only letters"));
}

#[test]
fn filters_are_shown_as_they_would_be_typed() {
    assert_eq!(saved("x").arguments.filters(), ["--section 'Middle East'", "--lang en", "--since 2024"]);
    assert_eq!(quoted("d'Arc"), "'d'\\''Arc'");
}
