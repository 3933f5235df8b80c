//! IndexedDB: a storage of texts by key that survives a crash of the browser.
//!
//! Browsers hold localStorage in memory and write it to disk up to a minute later. A transaction of IndexedDB is on
//! disk when the browser reports it as complete.
//!
//! Some browsers never answer. Every wait for the mirror's database therefore ends after [`LIMIT_MILLISECONDS`] with
//! an error.
//!
//! Every call opens the database and closes it again. Between calls, other tabs or the person may clear or delete it
//! without any handling here.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::window;

/// There is no database, or the browser does not answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatabaseError;

const NAME: &str = "mlops-maturity";
const TEXTS: &str = "texts";
/// The key of the text in a database that has only one.
const ONE: &str = "one";
const LIMIT_MILLISECONDS: i32 = 5_000;

impl From<JsValue> for DatabaseError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

fn factory() -> Result<IdbFactory, DatabaseError> {
    // If storage is blocked, even reading the property may throw.
    window().ok_or(DatabaseError)?.indexed_db()?.ok_or(DatabaseError)
}

/// Whether the browser offers IndexedDB to this page.
#[must_use]
pub fn is_offered() -> bool {
    factory().is_ok()
}

/// Whether this page already has a database. `true` if the browser cannot tell.
pub async fn is_there() -> bool {
    let Ok(factory) = factory() else { return false };
    let Some(list) = Reflect::get(&factory, &"databases".into()).ok().and_then(|it| it.dyn_into::<Function>().ok())
    else {
        return true;
    };
    let Ok(list) = list.call0(&factory) else { return true };
    let Ok(found) = within_limit(&Promise::resolve(&list)).await else { return true };
    Array::from(&found).iter().any(|one| Reflect::get(&one, &"name".into()).is_ok_and(|name| name == NAME))
}

/// Waits for a promise, but not longer than [`LIMIT_MILLISECONDS`].
async fn within_limit(promise: &Promise) -> Result<JsValue, DatabaseError> {
    let window = window().ok_or(DatabaseError)?;
    let mut timer = None;
    let limit = Promise::new(&mut |_, reject| {
        timer = window.set_timeout_with_callback_and_timeout_and_arguments_0(&reject, LIMIT_MILLISECONDS).ok();
    });
    let answer = JsFuture::from(Promise::race(&Array::of2(promise, &limit))).await;
    if let Some(timer) = timer {
        window.clear_timeout_with_handle(timer);
    }
    Ok(answer?)
}

/// A promise that resolves when a request succeeds.
fn success(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

/// A promise that resolves when a transaction is complete, that is, on disk.
fn completion(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// An open database. It is closed when this is dropped.
struct Open(IdbDatabase);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close();
    }
}

async fn open(name: &str) -> Result<Open, DatabaseError> {
    let request: IdbOpenDbRequest = factory()?.open_with_u32(name, 1)?;
    let made = request.clone();
    let make = Closure::once_into_js(move || {
        if let Ok(database) = made.result() {
            database.unchecked_into::<IdbDatabase>().create_object_store(TEXTS).ok();
        }
    });
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    match within_limit(&success(&request)).await {
        Ok(_) => Ok(Open(request.result()?.unchecked_into())),
        Err(error) => {
            // A connection that opens after the limit would block other tabs that delete the database.
            let late = request.clone();
            let close = Closure::once_into_js(move || {
                if let Ok(database) = late.result() {
                    database.unchecked_into::<IdbDatabase>().close();
                }
            });
            request.set_onsuccess(Some(close.unchecked_ref()));
            Err(error)
        }
    }
}

/// Begins a transaction that is complete only once its changes are on disk.
fn begin(database: &Open, mode: &str) -> Result<(IdbTransaction, IdbObjectStore), DatabaseError> {
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(&database.0, &"transaction".into())?.unchecked_into();
    let transaction = begin.call3(&database.0, &TEXTS.into(), &mode.into(), &options)?;
    let transaction: IdbTransaction = transaction.unchecked_into();
    let store = transaction.object_store(TEXTS)?;
    Ok((transaction, store))
}

/// All keys with their texts.
///
/// # Errors
///
/// There is no database, or the browser does not answer.
pub async fn all() -> Result<Vec<(String, String)>, DatabaseError> {
    let database = open(NAME).await?;
    let (_, store) = begin(&database, "readonly")?;
    let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
    // Two requests of one transaction are answered in order: after the second answer both are there.
    within_limit(&success(&texts)).await?;
    let texts = Array::from(&texts.result()?);
    let keys = Array::from(&keys.result()?);
    Ok(keys.iter().zip(texts.iter()).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
}

/// Changes the texts under some keys in one transaction, and waits until it is complete. `change` takes the texts in
/// the order of the keys and returns the new ones; `None` means no text.
///
/// # Errors
///
/// There is no database, or the texts were not stored. Then nothing has changed.
pub async fn update(
    keys: &[String],
    change: impl FnOnce(Vec<Option<String>>) -> Vec<Option<String>>,
) -> Result<(), DatabaseError> {
    let database = open(NAME).await?;
    let (transaction, store) = begin(&database, "readwrite")?;
    let completion = completion(&transaction);
    let requests = keys.iter().map(|key| store.get(&key.into())).collect::<Result<Vec<_>, _>>()?;
    if let Some(last) = requests.last() {
        within_limit(&success(last)).await?;
    }
    let found = requests.iter().map(|one| one.result().ok().and_then(|text| text.as_string())).collect();
    for (key, text) in keys.iter().zip(change(found)) {
        match text {
            Some(text) => store.put_with_key(&text.into(), &key.into())?,
            None => store.delete(&key.into())?,
        };
    }
    within_limit(&completion).await?;
    Ok(())
}

/// The text of a database with only one text: for a large text that few pages read.
///
/// # Errors
///
/// There is no database, or the browser does not answer.
pub async fn read_single(name: &str) -> Result<Option<String>, DatabaseError> {
    let database = open(name).await?;
    let (_, store) = begin(&database, "readonly")?;
    let request = store.get(&ONE.into())?;
    JsFuture::from(success(&request)).await?;
    Ok(request.result()?.as_string())
}

/// Replaces the text of a database with only one text; `None` removes it.
///
/// # Errors
///
/// There is no database, or the text was not stored. Then nothing has changed.
pub async fn write_single(name: &str, text: Option<&str>) -> Result<(), DatabaseError> {
    let database = open(name).await?;
    let (transaction, store) = begin(&database, "readwrite")?;
    let completion = completion(&transaction);
    match text {
        Some(text) => store.put_with_key(&text.into(), &ONE.into())?,
        None => store.delete(&ONE.into())?,
    };
    JsFuture::from(completion).await?;
    Ok(())
}
