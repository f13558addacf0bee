//! Settings in surroundings made for the purpose.

use std::fs;

use super::*;

/// A user's folder of settings and a folder of work, with a variable or none.
struct Room {
    dir: tempfile::TempDir,
    variable: Option<(&'static str, OsString)>,
}

impl Room {
    fn new() -> Room {
        let dir = tempfile::tempdir().expect("a folder");
        fs::create_dir_all(dir.path().join("user")).expect("a folder");
        fs::create_dir_all(dir.path().join("work/deep")).expect("a folder");
        Room { dir, variable: None }
    }

    fn write(&self, name: &str, text: &str) -> &Room {
        fs::write(self.dir.path().join(name), text).expect("a written file");
        self
    }

    fn with(mut self, variable: &'static str, text: impl Into<OsString>) -> Room {
        self.variable = Some((variable, text.into()));
        self
    }

    fn settings(&self, folder: &str) -> Result<Settings, SettingsError> {
        let own = |name: &str| self.variable.as_ref().filter(|(own, _)| *own == name).map(|(_, text)| text.clone());
        Settings::around(&Surroundings {
            folder: self.dir.path().join(folder),
            user: Some(self.dir.path().join("user")),
            variable: &own,
        })
    }

    fn error(&self) -> String {
        let error = self.settings("work").expect_err("a mistake").to_string();
        error.replace(&format!("{}/", self.dir.path().display()), "")
    }
}

#[test]
fn the_nearer_counts_more() {
    let room = Room::new();
    let limit = |room: &Room| room.settings("work/deep").expect("settings").limit;
    assert_eq!(limit(&room), Set { value: 10, origin: Origin::Default });
    room.write("user/config.toml", "limit = 1\nsort = 'newest'");
    assert_eq!(limit(&room).value, 1);
    room.write("work/pressmark.toml", "# ours\nlimit = 2");
    let path = room.dir.path().join("work/pressmark.toml");
    assert_eq!(limit(&room), Set { value: 2, origin: Origin::File { path, line: 2 } });
    assert_eq!(room.settings("work/deep").expect("settings").sort.value, SortArg::Newest, "what it leaves open stays");
    let room = room.with("PRESSMARK_LIMIT", "3");
    assert_eq!(limit(&room), Set { value: 3, origin: Origin::Environment("PRESSMARK_LIMIT") });
    assert_eq!(limit(&room).or(Some(4)), 4, "and the command line most");
}

#[test]
fn a_named_file_stands_in_place_of_both() {
    let room = Room::new();
    room.write("user/config.toml", "limit = 1").write("work/pressmark.toml", "limit = 2").write("other", "limit = 3");
    let other = room.dir.path().join("other");
    let limit = |room: &Room| room.settings("work").map(|settings| settings.limit.value);
    let room = room.with(CONFIG, other);
    assert_eq!(limit(&room).expect("settings"), 3);
    let room = room.with(CONFIG, "none");
    assert_eq!(limit(&room).expect("settings"), 10);
    let room = room.with(CONFIG, "/not/there");
    assert!(matches!(limit(&room), Err(SettingsError::NotThere { .. })));
}

#[test]
fn paths_start_from_the_folder_of_their_file() {
    let room = Room::new();
    room.write("work/pressmark.toml", "index = ['one', '/two']");
    let index = |folder: &str| room.settings(folder).expect("settings").index.value.0;
    assert_eq!(index("work"), [Path::new("one"), Path::new("/two")], "as it is written in the current folder");
    assert_eq!(index("work/deep"), [room.dir.path().join("work/one"), PathBuf::from("/two")]);
}

#[test]
fn a_command_for_one_index_does_not_guess_among_several() {
    let room = Room::new();
    room.write("work/pressmark.toml", "index = ['one', 'two']");
    let index = room.settings("work").expect("settings").index;
    assert_eq!(index.one(Some(Path::new("three"))).expect("the given one"), Path::new("three"));
    let error = index.one(None).expect_err("two").to_string();
    assert!(error.ends_with("work/pressmark.toml:1: there are 2 indexes; say which one with --index"), "{error}");
}

#[test]
fn mistakes_are_told_with_file_and_line() {
    for (text, said) in [
        ("\nlimt = 3", "work/pressmark.toml:2: there is no setting `limt`; `limit` is alike"),
        ("limit = 'ten'", "work/pressmark.toml:1: `limit` must be a whole number that is not too large, and is `ten`"),
        ("limit = -1", "work/pressmark.toml:1: `limit` must be a whole number that is not too large, and is `-1`"),
        (
            "# a\n# b\nsort = 'newst'",
            "work/pressmark.toml:3: `sort` must be one of relevance, newest, oldest, and is `newst`",
        ),
        ("facets = [['year']]", "work/pressmark.toml:1: `facets` cannot be of type array"),
        ("index = 3", "work/pressmark.toml:1: `index` must be a path in quotation marks, and is of type integer"),
    ] {
        let room = Room::new();
        assert_eq!(room.write("work/pressmark.toml", text).error(), said);
    }
    let room = Room::new();
    let syntax = room.write("work/pressmark.toml", "limit = 3\nlimit = 4\n").error();
    assert!(syntax.starts_with("work/pressmark.toml:2: duplicate key"), "{syntax}");
    let syntax = room.write("work/pressmark.toml", "limit = \n[[[").error();
    assert!(syntax.starts_with("work/pressmark.toml:1: ") && syntax.lines().count() == 1, "{syntax}");
    let variable = Room::new().with("PRESSMARK_SORT", "best").error();
    assert_eq!(variable, "environment PRESSMARK_SORT must be one of relevance, newest, oldest, and is `best`");
}

#[test]
fn files_as_editors_leave_them() {
    let room = Room::new();
    room.write("work/pressmark.toml", "\u{feff}# Windows\r\nlimit = 3\r\n");
    let limit = room.settings("work").expect("settings").limit;
    assert_eq!(limit.value, 3);
    assert!(limit.origin.to_string().ends_with("pressmark.toml:2"));
    fs::write(room.dir.path().join("work/pressmark.toml"), b"\xff\xfel\0").expect("a written file");
    assert!(matches!(room.settings("work"), Err(SettingsError::Unread { .. })));
    fs::write(room.dir.path().join("work/pressmark.toml"), vec![b'#'; 2 << 20]).expect("a written file");
    assert!(matches!(room.settings("work"), Err(SettingsError::Unread { .. })));
}

#[test]
fn an_empty_variable_is_none() {
    assert_eq!(
        Room::new().with("PRESSMARK_LIMIT", "").settings("work").expect("settings").limit.origin,
        Origin::Default
    );
}

#[test]
fn every_variable_is_called_as_its_setting() {
    for Described { name, variable, help } in DESCRIBED {
        assert_eq!(*variable, format!("PRESSMARK_{}", name.to_uppercase()));
        assert!(!help.is_empty());
    }
}
