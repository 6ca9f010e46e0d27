//! When a message that was not taken is sent again.

use std::time::Duration;

/// Waits between attempts, and the end of patience.
#[derive(Debug, Clone, Copy)]
pub struct Schedule {
    /// The wait after the first failure.
    pub first: Duration,
    /// By how much each wait is longer than the one before.
    pub factor: u32,
    /// The longest wait.
    pub longest: Duration,
    /// How long after the first failure an endpoint is given up.
    pub patience: Duration,
    /// The longest `Retry-After` that is respected.
    pub longest_asked: Duration,
}

impl Default for Schedule {
    /// Five seconds, then four times as long each time, up to six hours: some twenty attempts in three days.
    fn default() -> Self {
        Self {
            first: Duration::from_secs(5),
            factor: 4,
            longest: Duration::from_secs(6 * 60 * 60),
            patience: Duration::from_secs(3 * 24 * 60 * 60),
            longest_asked: Duration::from_secs(24 * 60 * 60),
        }
    }
}

impl Schedule {
    /// The wait after so many failures in a row. It is shortened by up to a quarter, by chance, so that endpoints that
    /// failed together do not come back together; it is never shorter than the receiver asked for.
    pub fn wait(&self, failures: u32, asked: Option<Duration>) -> Duration {
        let grown = self.factor.checked_pow(failures.saturating_sub(1)).and_then(|by| self.first.checked_mul(by));
        let whole = grown.unwrap_or(self.longest).min(self.longest);
        let mut chance = [0u8; 2];
        // Without chance the wait is whole, which is no harm.
        let share = getrandom::fill(&mut chance).map_or(0.0, |()| f64::from(u16::from_le_bytes(chance)) / 65536.0);
        let wait = whole.mul_f64(1.0 - share / 4.0);
        asked.map_or(wait, |asked| wait.max(asked.min(self.longest_asked)))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::Schedule;

    #[test]
    fn waits_grow_to_the_longest_and_differ() {
        let schedule = Schedule::default();
        for (failures, whole) in
            [(1, 5), (2, 20), (3, 80), (4, 320), (6, 5120), (7, 20_480), (8, 21_600), (4_000, 21_600)]
        {
            let waits: Vec<Duration> = (0..50).map(|_| schedule.wait(failures, None)).collect();
            let whole = Duration::from_secs(whole);
            assert!(waits.iter().all(|wait| *wait <= whole && *wait >= whole.mul_f64(0.75)), "{failures}: {waits:?}");
            assert!(waits.iter().any(|wait| *wait != waits[0]), "{failures}: by chance");
        }
    }

    #[test]
    fn what_the_receiver_asks_for_is_respected_up_to_a_day() {
        let schedule = Schedule::default();
        assert_eq!(schedule.wait(1, Some(Duration::from_secs(100))), Duration::from_secs(100));
        assert_eq!(schedule.wait(1, Some(Duration::from_secs(u64::MAX))), schedule.longest_asked);
        assert!(schedule.wait(5, Some(Duration::ZERO)) > Duration::from_secs(900));
    }

    #[test]
    fn three_days_have_some_twenty_attempts() {
        let schedule = Schedule { longest_asked: Duration::ZERO, ..Schedule::default() };
        let mut at = Duration::ZERO;
        let mut attempts = 1;
        while at < schedule.patience {
            at += schedule.wait(attempts, None);
            attempts += 1;
        }
        assert!((15..=30).contains(&attempts), "{attempts}");
    }
}
