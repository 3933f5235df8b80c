//! IndexedDB: texts by key that a crash of the browser does not lose.
//!
//! Browsers keep localStorage in memory and write it to disk up to a minute later. A transaction here is on disk when it says
//! that it is complete.
//!
//! Some browsers never answer. So every wait for the mirror's database ends after [`LIMIT_MILLISECONDS`] with an error.
//!
//! Every call opens the database and closes it again: what another tab or the person does to it in between (cleared, closed,
//! deleted) needs no handling then.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

use super::window;

/// There is no database, or it does not answer.
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
    // Where storage is blocked even reading the property may throw.
    window().ok_or(DatabaseError)?.indexed_db()?.ok_or(DatabaseError)
}

/// Whether the browser has IndexedDB for this page.
#[must_use]
pub fn is_offered() -> bool {
    factory().is_ok()
}

/// Whether this page has a database already. Where the browser does not say, there may be one.
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

/// Waits for a promise, at most as long as the limit.
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

/// A promise of a request's success.
fn success(request: &IdbRequest) -> Promise {
    Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    })
}

/// A promise that a transaction is complete: then what it wrote is on disk.
fn completion(transaction: &IdbTransaction) -> Promise {
    Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    })
}

/// The database, until it is dropped.
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
            // A connection that comes after the limit would block other tabs that delete the database.
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

/// A transaction that is complete only when what it wrote is on disk.
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
/// There is no database, or it does not answer.
pub async fn all() -> Result<Vec<(String, String)>, DatabaseError> {
    let database = open(NAME).await?;
    let (_, store) = begin(&database, "readonly")?;
    let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
    // Of two requests in one transaction the second is answered last.
    within_limit(&success(&texts)).await?;
    let texts = Array::from(&texts.result()?);
    let keys = Array::from(&keys.result()?);
    Ok(keys.iter().zip(texts.iter()).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
}

/// Changes the texts under some keys in one transaction, and waits until it is complete. `change` gets the texts under the
/// keys, in their order, and returns the new ones; none stands for no text.
///
/// # Errors
///
/// There is no database, or it did not store them: then nothing is changed.
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

/// The only text of a database of its own: for a large text that few pages read.
///
/// # Errors
///
/// There is no database, or it does not answer.
pub async fn read_single(name: &str) -> Result<Option<String>, DatabaseError> {
    let database = open(name).await?;
    let (_, store) = begin(&database, "readonly")?;
    let request = store.get(&ONE.into())?;
    JsFuture::from(success(&request)).await?;
    Ok(request.result()?.as_string())
}

/// Replaces the only text of a database of its own, or removes it.
///
/// # Errors
///
/// There is no database, or it did not store the text: then nothing is changed.
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
