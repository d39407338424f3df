//! Work done by several threads, results taken in the order of the items.

use std::collections::{BTreeMap, VecDeque};
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};

/// Items a thread may be ahead of the slowest; bounds what is held in memory.
const AHEAD: usize = 4;

/// Weight of all items on their way at most, unless a single one is heavier.
const HEAVIEST: usize = 8 << 20;

/// Runs `work` on every item in `jobs` threads and hands the results to `done` in the order of the items, which are taken
/// from the iterator only when a thread will soon be free for them and little enough is on its way. Stops at the first
/// error of `done`.
pub fn in_order<T: Send, R: Send, E>(
    jobs: usize,
    mut items: impl Iterator<Item = T>,
    weight: impl Fn(&T) -> usize,
    work: impl Fn(T) -> R + Sync,
    mut done: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    if jobs <= 1 {
        return items.try_for_each(|item| done(work(item)));
    }
    let (give, take) = mpsc::channel::<(usize, T)>();
    let (report, reports) = mpsc::channel::<(usize, R)>();
    let take = Mutex::new(take);
    let (take, work) = (&take, &work);
    std::thread::scope(|scope| {
        // Dropped with this closure, which lets the threads come to their end.
        let give = give;
        for _ in 0..jobs {
            let report = report.clone();
            scope.spawn(move || {
                loop {
                    let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((position, item)) = next else { return };
                    if report.send((position, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(report);
        let (mut given, mut written) = (0, 0);
        let mut early = BTreeMap::new();
        let (mut weights, mut under_way) = (VecDeque::new(), 0);
        loop {
            while given - written < jobs * AHEAD && under_way < HEAVIEST {
                let Some(item) = items.next() else { break };
                weights.push_back(weight(&item));
                under_way += weights.back().copied().unwrap_or_default();
                if give.send((given, item)).is_err() {
                    break;
                }
                given += 1;
            }
            if given == written {
                return Ok(());
            }
            let Ok((position, result)) = reports.recv() else { return Ok(()) };
            early.insert(position, result);
            while let Some(result) = early.remove(&written) {
                written += 1;
                under_way -= weights.pop_front().unwrap_or_default();
                done(result)?;
            }
        }
    })
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
