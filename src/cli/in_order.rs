//! Work done by several threads, results taken in the order of the items.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc};

/// Items a thread may be ahead of the slowest; bounds what is held in memory.
const AHEAD: usize = 64;

/// Weight of all items on their way at most, unless a single one is heavier.
const HEAVIEST: usize = 8 << 20;

/// Runs `work` on every item in `jobs` threads and hands the results to `done` in the order of the items, which are taken
/// from the iterator only when a thread will soon be free for them and little enough is on its way. Stops at the first
/// error of `done`.
///
/// The calling thread reads the items and writes the results, and works on items while neither is to be done: a thread that
/// does only the first two is woken for every item, which costs more than either.
pub fn in_order<T: Send, R: Send, E>(
    jobs: usize,
    items: impl Iterator<Item = T>,
    weight: impl Fn(&T) -> usize,
    work: impl Fn(T) -> R + Sync,
    mut done: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let mut items = items.fuse();
    if jobs <= 1 {
        return items.try_for_each(|item| done(work(item)));
    }
    let queue = Queue::default();
    let (report, reports) = mpsc::channel::<(usize, R)>();
    let (queue, work) = (&queue, &work);
    std::thread::scope(|scope| {
        // Dropped with this closure, which lets the threads come to their end.
        let _closing = Closing(queue);
        let start = || {
            let report = report.clone();
            scope.spawn(move || {
                while let Some((position, item)) = queue.wait() {
                    if report.send((position, work(item))).is_err() {
                        return;
                    }
                }
            });
        };
        let (mut given, mut written, mut threads) = (0, 0, 1);
        let mut early = BTreeMap::new();
        let (mut weights, mut under_way) = (VecDeque::new(), 0);
        loop {
            let room = given - written < jobs * AHEAD && under_way < HEAVIEST;
            let next = if room { items.next() } else { None };
            let full = next.is_none();
            if let Some(item) = next {
                weights.push_back(weight(&item));
                under_way += weights.back().copied().unwrap_or_default();
                queue.give((given, item));
                given += 1;
                // A single article is done without another thread.
                if threads < jobs.min(given) {
                    threads += 1;
                    start();
                }
            }
            // What is done goes out before more is read, which can take long where the items come slowly.
            early.extend(reports.try_iter());
            if full && !early.contains_key(&written) {
                if given == written {
                    return Ok(());
                }
                match queue.take() {
                    Some((position, item)) => _ = early.insert(position, work(item)),
                    None => match reports.recv() {
                        Ok((position, result)) => _ = early.insert(position, result),
                        Err(_) => return Ok(()),
                    },
                }
            }
            while let Some(result) = early.remove(&written) {
                written += 1;
                under_way -= weights.pop_front().unwrap_or_default();
                done(result)?;
            }
        }
    })
}

/// Items that wait for a thread.
struct Queue<T> {
    state: Mutex<State<T>>,
    changed: Condvar,
}

struct State<T> {
    items: VecDeque<T>,
    /// Threads that wait for an item: nobody is woken where there are none.
    idle: usize,
    closed: bool,
}

impl<T> Default for Queue<T> {
    fn default() -> Self {
        let state = State { items: VecDeque::new(), idle: 0, closed: false };
        Self { state: Mutex::new(state), changed: Condvar::new() }
    }
}

impl<T> Queue<T> {
    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn give(&self, item: T) {
        let mut state = self.lock();
        state.items.push_back(item);
        if state.idle > 0 {
            self.changed.notify_one();
        }
    }

    /// The next item, if there is one.
    fn take(&self) -> Option<T> {
        self.lock().items.pop_front()
    }

    /// The next item as soon as there is one; none when no more will come.
    fn wait(&self) -> Option<T> {
        let mut state = self.lock();
        loop {
            if state.closed {
                return None;
            }
            if let Some(item) = state.items.pop_front() {
                return Some(item);
            }
            state.idle += 1;
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
        }
    }
}

/// Lets all threads that wait for items go when it is dropped.
struct Closing<'q, T>(&'q Queue<T>);

impl<T> Drop for Closing<'_, T> {
    fn drop(&mut self) {
        self.0.lock().closed = true;
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_kept_whatever_takes_long() {
        for jobs in [1, 2, 7] {
            let mut results = Vec::new();
            let work = |item: u64| {
                std::thread::sleep(std::time::Duration::from_micros(item % 3 * 200));
                item * 2
            };
            let outcome = in_order(
                jobs,
                0..100,
                |_| 1 << 20,
                work,
                |result| {
                    results.push(result);
                    Ok::<(), ()>(())
                },
            );
            assert_eq!(outcome, Ok(()));
            assert_eq!(results, (0..100).map(|item| item * 2).collect::<Vec<_>>(), "{jobs} jobs");
        }
    }

    #[test]
    fn what_is_done_goes_out_while_more_is_to_come() {
        let written = std::cell::Cell::new(0);
        let slow = (0..7).inspect(|item: &usize| {
            std::thread::sleep(std::time::Duration::from_millis(200));
            assert!(*item < 6 || written.get() > 0, "nothing of the first six is written");
        });
        let done = |_| {
            written.set(written.get() + 1);
            Ok::<(), ()>(())
        };
        assert_eq!(in_order(2, slow, |_| 0, |item| item, done), Ok(()));
        assert_eq!(written.get(), 7);
    }

    #[test]
    fn an_error_stops_the_run() {
        for jobs in [1, 3] {
            let mut seen = 0;
            let outcome = in_order(
                jobs,
                0..,
                |_| 0,
                |item: u32| item,
                |item| {
                    seen += 1;
                    if item == 5 { Err("full") } else { Ok(()) }
                },
            );
            assert_eq!((outcome, seen), (Err("full"), 6));
        }
    }
}
