//! Where the user's settings and data are kept, as each system has it.

use std::path::PathBuf;

use etcetera::base_strategy::{BaseStrategy, choose_base_strategy};

/// The folder of pressmark among the user's settings: `$XDG_CONFIG_HOME/pressmark`, else `~/.config/pressmark`; on
/// Windows it is in the roaming application data. `None` where the user has no home.
pub(crate) fn settings() -> Option<PathBuf> {
    Some(choose_base_strategy().ok()?.config_dir().join("pressmark"))
}

/// The folder of pressmark among the user's data: what `PRESSMARK_DATA` names, else `$XDG_DATA_HOME/pressmark`, else
/// `~/.local/share/pressmark`.
pub(crate) fn data() -> Option<PathBuf> {
    match std::env::var_os(DATA).filter(|folder| !folder.is_empty()) {
        Some(folder) => Some(PathBuf::from(folder)),
        None => Some(choose_base_strategy().ok()?.data_dir().join("pressmark")),
    }
}

/// The variable that names another folder for the user's data.
pub(crate) const DATA: &str = "PRESSMARK_DATA";
