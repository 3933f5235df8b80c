//! Small components that several pages use.
//!
//! Props are values, [`Signal`](leptos::prelude::Signal)s and [`Callback`](leptos::prelude::Callback)s. The children
//! of a control are its label, as in `<label>`, `<button>` and `<a>`.

pub mod charts;
mod disclosure;
mod document;
mod export;
mod field;
mod key_list;
mod link;
mod notice;
mod popover;
mod saving;
mod scope_picker;
mod small_profile;
mod table;
mod text;
mod unavailable;

pub use disclosure::{Disclosure, OpenPanel, Panel, draw_disclosed};
pub use document::{Blocks, GivenAnswer, LineText, step_id};
pub use export::{
    DocumentPurposes, ExportButton, ExportFile, ExportSection, MakeFile, PrintSection, file_name, html_file, pixels,
    profile_slide, save_file, save_text, slide_of,
};
pub use field::{Checkbox, NumberField, TextArea, TextField, set_text};
pub use key_list::KeyList;
pub use link::{ButtonLink, ExternalLink};
pub use notice::{ErrorNotice, FaultList, Loading};
pub use popover::{EXPORT_POPOVER, Popover, PopoverButton, SHARE_POPOVER};
pub use saving::{
    BackBar, SaveIndicator, SaveNotices, UNDO_DELETE, after_saving, download_assessment, is_blocked_frame,
    save_status, why_unsaved,
};
pub use scope_picker::{ScopePicker, questions_and_minutes};
pub use small_profile::{AreaLevel, LevelPips, SmallProfile};
pub use table::ScrollTable;
pub use text::{LiveText, PageHeading, RedrawOnChange, UserText, lang_of};
pub use unavailable::{AbsentAssessment, RefusedQuestionnaire, UnknownPage};
