//! A signal that pages read and only the state writes.

use leptos::prelude::*;

/// Something that changes. Whoever reads it while something is drawn follows its changes, unless it says `untracked`.
pub struct Read<T: 'static, S: 'static = SyncStorage>(RwSignal<T, S>);

impl<T, S> Clone for Read<T, S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, S> Copy for Read<T, S> {}

impl<T: Send + Sync> Read<T> {
    pub(super) fn new(first: T) -> Self {
        Self(RwSignal::new(first))
    }
}

impl<T> Read<T, LocalStorage> {
    pub(super) fn new_local(first: T) -> Self {
        Self(RwSignal::new_local(first))
    }
}

impl<T, S: Storage<ArcRwSignal<T>>> Read<T, S>
where
    RwSignal<T, S>: With<Value = T> + WithUntracked<Value = T> + Update<Value = T>,
{
    /// What it is.
    #[must_use]
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.0.with(T::clone)
    }

    /// What it is, whatever becomes of it.
    #[must_use]
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.0.with_untracked(T::clone)
    }

    /// Looks at what it is.
    pub fn with<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.with(look)
    }

    /// Looks at what it is, whatever becomes of it.
    pub fn with_untracked<R>(self, look: impl FnOnce(&T) -> R) -> R {
        self.0.with_untracked(look)
    }

    pub(super) fn update(self, change: impl FnOnce(&mut T)) {
        self.0.update(change);
    }

    pub(super) fn set(self, value: T) {
        self.0.update(|now| *now = value);
    }
}
