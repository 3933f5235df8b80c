//! IndexedDB: texts by key, where a browser that is killed does not lose them.
//!
//! # Why beside localStorage
//!
//! Browsers keep localStorage in memory and write it to disk now and then, up to a minute later. A transaction here is on
//! disk when it says that it is complete.
//!
//! Every call opens the database anew and closes it: what another tab or the person does to it in between (cleared, closed,
//! deleted) needs no thought then.

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction};

pub use super::types::DatabaseError;
use super::window;

const NAME: &str = "mlops-maturity";
const TEXTS: &str = "texts";
/// The key of the only text of a database that has one.
const ONE: &str = "one";

impl From<JsValue> for DatabaseError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

fn factory() -> Result<IdbFactory, DatabaseError> {
    // Where storage is blocked even looking may throw.
    window().ok_or(DatabaseError)?.indexed_db()?.ok_or(DatabaseError)
}

/// Whether the browser has such a storage for this page.
#[must_use]
pub fn is_offered() -> bool {
    factory().is_ok()
}

/// Whether there is a database of this page already. Where the browser does not tell, there may be one.
pub async fn is_there() -> bool {
    let Ok(factory) = factory() else { return false };
    let Some(list) = Reflect::get(&factory, &"databases".into()).ok().and_then(|it| it.dyn_into::<Function>().ok())
    else {
        return true;
    };
    let Ok(list) = list.call0(&factory) else { return true };
    let Ok(found) = JsFuture::from(Promise::resolve(&list)).await else { return true };
    Array::from(&found).iter().any(|one| Reflect::get(&one, &"name".into()).is_ok_and(|name| name == NAME))
}

/// Waits for a request, and for what it brings.
async fn result(request: &IdbRequest) -> Result<JsValue, DatabaseError> {
    let answered = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
    });
    JsFuture::from(answered).await?;
    Ok(request.result()?)
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
    Ok(Open(result(&request).await?.unchecked_into()))
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

/// Everything that is there: keys with their texts.
///
/// # Errors
///
/// There is no database, or it does not answer.
pub async fn all() -> Result<Vec<(String, String)>, DatabaseError> {
    let database = open(NAME).await?;
    let (_, store) = begin(&database, "readonly")?;
    let (keys, texts) = (store.get_all_keys()?, store.get_all()?);
    // Of two requests in one transaction the second is answered last.
    let texts = Array::from(&result(&texts).await?);
    let keys = Array::from(&keys.result()?);
    Ok(keys.iter().zip(texts.iter()).filter_map(|(key, text)| Some((key.as_string()?, text.as_string()?))).collect())
}

/// Changes the texts under some keys in one transaction, and waits until it is complete. `change` is given what stands
/// under them, in their order, and gives what shall; none for a key that has, or shall have, no text.
///
/// # Errors
///
/// There is no database, or it did not take them: then all is as before.
pub async fn update(
    keys: &[String],
    change: impl FnOnce(Vec<Option<String>>) -> Vec<Option<String>>,
) -> Result<(), DatabaseError> {
    let database = open(NAME).await?;
    let (transaction, store) = begin(&database, "readwrite")?;
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    let requests = keys.iter().map(|key| store.get(&key.into())).collect::<Result<Vec<_>, _>>()?;
    if let Some(last) = requests.last() {
        result(last).await?;
    }
    let found = requests.iter().map(|one| one.result().ok().and_then(|text| text.as_string())).collect();
    for (key, text) in keys.iter().zip(change(found)) {
        match text {
            Some(text) => store.put_with_key(&text.into(), &key.into())?,
            None => store.delete(&key.into())?,
        };
    }
    JsFuture::from(done).await?;
    Ok(())
}

/// The one text of a database of its own: large, and read only where it is needed.
///
/// # Errors
///
/// There is no database, or it does not answer.
pub async fn read_single(name: &str) -> Result<Option<String>, DatabaseError> {
    let database = open(name).await?;
    let (_, store) = begin(&database, "readonly")?;
    Ok(result(&store.get(&ONE.into())?).await?.as_string())
}

/// Puts a text in place of the one of a database of its own, or takes it away.
///
/// # Errors
///
/// There is no database, or it did not take it: then all is as before.
pub async fn write_single(name: &str, text: Option<&str>) -> Result<(), DatabaseError> {
    let database = open(name).await?;
    let (transaction, store) = begin(&database, "readwrite")?;
    let done = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onabort(Some(&reject));
    });
    match text {
        Some(text) => store.put_with_key(&text.into(), &ONE.into())?,
        None => store.delete(&ONE.into())?,
    };
    JsFuture::from(done).await?;
    Ok(())
}
