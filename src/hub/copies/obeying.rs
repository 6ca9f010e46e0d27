//! Doing what another hub asks, page by page: a page is one transaction, with the place in that hub's log that it reaches.

use std::collections::HashSet;

use super::orders::{CopyCounts, Forget, Order};
use super::reading::{Received, fault};
use crate::hub::{Hub, HubError, WriteError};
use crate::model::Fault;
use crate::store::{self, Mirror, StoreError, Transaction};

/// What a transaction knows of the tables that it writes, asked once and kept true, instead of being asked for every entry.
#[derive(Default)]
pub(super) struct Known {
    /// Of the entries that it is about, those that there are.
    pub items: HashSet<String>,
    /// Of those, the ones in quarantine.
    pub quarantined: HashSet<String>,
    /// The entries that links may lead to: those that are public, and those that come with the same orders.
    pub public: HashSet<String>,
}

impl Known {
    fn of(transaction: &mut Transaction<'_>, source: &str, orders: &[Order], apart: bool) -> Result<Self, StoreError> {
        let (mut ids, mut coming, mut named) = (Vec::new(), HashSet::new(), HashSet::new());
        for order in orders {
            match order {
                Order::Keep(received) => {
                    ids.push(received.id());
                    coming.insert(received.id());
                    named.extend(received.targets());
                }
                Order::Refuse(refused) => ids.push(&refused.entry_id),
                Order::Forget(Forget { id, .. }) => ids.push(id),
            }
        }
        // One by one, an entry counts only on those that are there.
        let elsewhere: Vec<&str> = named.into_iter().filter(|id| apart || !coming.contains(id)).collect();
        let mut public: HashSet<String> = transaction.public_among(&elsewhere)?.into_iter().collect();
        if !apart {
            public.extend(coming.into_iter().map(str::to_owned));
        }
        let items = transaction.items_among(&ids)?.into_iter().collect();
        let quarantined = transaction.quarantined_among(source, &ids)?.into_iter().collect();
        Ok(Self { items, quarantined, public })
    }

    fn arrives(&mut self, id: &str) {
        self.items.insert(id.to_owned());
        self.public.insert(id.to_owned());
        self.quarantined.remove(id);
    }
}

impl Hub {
    /// Does what another hub asks, in order, and notes how far it was followed: all in one transaction. The catalogue is not
    /// brought along: whoever follows a long log does so at the end of it.
    ///
    /// # Errors
    /// Whatever the database says; nothing of it then happened.
    pub fn follow_orders(&self, orders: &[Order], mirror: &Mirror) -> Result<CopyCounts, HubError> {
        let all = |apart: bool| {
            self.store.write(|transaction| {
                let counts = self.obey(transaction, orders, mirror, apart)?;
                transaction.put_mirror(mirror)?;
                Ok::<_, WriteError>(counts)
            })
        };
        let counts = match all(false) {
            // One of them breaks a rule of the database, such as a slug that is taken: each has a savepoint then.
            Err(WriteError::Store(StoreError::Constraint(_))) => all(true),
            outcome => outcome,
        }
        .map_err(unexpected)?;
        if counts.forgotten > 0 {
            self.overwriting.store(true, std::sync::atomic::Ordering::Relaxed);
        }
        Ok(counts)
    }

    fn obey(
        &self,
        transaction: &mut Transaction<'_>,
        orders: &[Order],
        mirror: &Mirror,
        apart: bool,
    ) -> Result<CopyCounts, WriteError> {
        let source = mirror.source.as_str();
        // Quarantine refers to the hub that is copied.
        if transaction.see(|connection| store::mirror_of(connection, source))?.is_none() {
            transaction.put_mirror(&Mirror { seq: 0, ..mirror.clone() })?;
        }
        let mut known = Known::of(transaction, source, orders, apart)?;
        let mut counts = CopyCounts::default();
        let mut arrived: Vec<&str> = Vec::new();
        for order in orders {
            let refused = match order {
                Order::Forget(order) => {
                    counts.forgotten += u64::from(self.forget(transaction, &mut known, source, order)?);
                    continue;
                }
                Order::Keep(received) => match self.take(transaction, &known, source, received, apart)? {
                    Taken::Kept => {
                        counts.kept += 1;
                        arrived.push(received.id());
                        known.arrives(received.id());
                        continue;
                    }
                    Taken::Unchanged => {
                        counts.unchanged += 1;
                        known.arrives(received.id());
                        continue;
                    }
                    Taken::Refused(faults) => &received.refused(faults),
                },
                Order::Refuse(refused) => refused,
            };
            self.refuse(transaction, &mut known, source, refused)?;
            counts.quarantined += 1;
        }
        let mended = transaction.mend_links(&arrived)?;
        self.touch_all(transaction, mended)?;
        Ok(counts)
    }

    /// Keeps a copy, unless a rule of this hub or, one by one, of its database stands in the way.
    fn take(
        &self,
        transaction: &mut Transaction<'_>,
        known: &Known,
        source: &str,
        received: &Received,
        apart: bool,
    ) -> Result<Taken, WriteError> {
        let outcome = match apart {
            true => transaction.part(|part| self.keep_copy(part, known, source, received)),
            false => self.keep_copy(transaction, known, source, received),
        };
        match outcome {
            Ok(true) => Ok(Taken::Kept),
            Ok(false) => Ok(Taken::Unchanged),
            Err(WriteError::Faults(faults)) => Ok(Taken::Refused(faults)),
            Err(WriteError::Store(StoreError::Constraint(reason))) if apart => {
                Ok(Taken::Refused(fault("", "conflict", &reason)))
            }
            Err(error) => Err(error),
        }
    }
}

/// What became of a copy.
enum Taken {
    Kept,
    Unchanged,
    Refused(Vec<Fault>),
}

fn unexpected(error: WriteError) -> HubError {
    match error {
        WriteError::Store(error) => HubError::Store(error),
        WriteError::Faults(faults) => HubError::Rendering(format!("{faults:?}")),
    }
}
