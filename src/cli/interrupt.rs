//! Ctrl-C: no new article is begun, what is done is written, and no line is cut short.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Exit code of a run that was stopped, as shells have it.
pub const STOPPED: u8 = 130;

/// How long a run has to come to its end by itself; a read that waits for more input never does.
const GRACE: Duration = Duration::from_secs(2);

static ASKED: AtomicBool = AtomicBool::new(false);
static WRITING: Mutex<()> = Mutex::new(());

/// Listens from now on. A second time, the program ends at once.
pub fn listen() {
    let asked = || {
        if ASKED.swap(true, Ordering::SeqCst) {
            std::process::exit(STOPPED.into());
        }
        std::thread::spawn(|| {
            std::thread::sleep(GRACE);
            let _writing = writing();
            std::process::exit(STOPPED.into());
        });
    };
    // Without a handler the system ends the program, as it does for programs that do not listen.
    let _ = ctrlc::set_handler(asked);
}

/// Whether the run is to stop.
pub fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

/// Held while a result is written; nothing ends the program meanwhile.
pub fn writing() -> MutexGuard<'static, ()> {
    WRITING.lock().unwrap_or_else(PoisonError::into_inner)
}
