//! Compressed input, told by its first bytes: gzip and bzip2 with any number of members, zstd with any number of frames.
//!
//! What is unpacked is streamed, so memory does not depend on it; what grows beyond [`DENSEST`] is refused, because only
//! bait does.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bzip2::bufread::MultiBzDecoder;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use super::error::Dense;

/// Times its packed size that an input may grow to. Text packs to a tenth, page archives to a fifth.
const DENSEST: u64 = 200;
/// Unpacked bytes that raise no question, however few they came from.
const HARMLESS: u64 = 16 << 20;
const BUFFER: usize = 1 << 16;

/// The bytes of `packed`, unpacked where they are compressed.
///
/// # Errors
/// What reading the first bytes gives.
pub(super) fn unpack(packed: impl Read + Send + 'static) -> io::Result<Box<dyn BufRead + Send>> {
    let taken = Arc::new(AtomicU64::new(0));
    let mut packed = BufReader::with_capacity(BUFFER, Counted::new(packed, Arc::clone(&taken)));
    let start = packed.fill_buf()?;
    let unpacked: Box<dyn Read + Send> = if start.starts_with(b"\x1F\x8B") {
        Box::new(MultiGzDecoder::new(packed))
    } else if start.starts_with(b"\x28\xB5\x2F\xFD") {
        Box::new(Frames { packed: Some(packed), frame: None })
    } else if start.len() > 3 && start.starts_with(b"BZh") && start[3].is_ascii_digit() {
        Box::new(MultiBzDecoder::new(packed))
    } else {
        return Ok(Box::new(packed));
    };
    Ok(Box::new(BufReader::with_capacity(BUFFER, Watched { inner: unpacked, taken, given: 0 })))
}

/// Counts what is read.
pub(super) struct Counted<R> {
    inner: R,
    taken: Arc<AtomicU64>,
}

impl<R> Counted<R> {
    pub(super) fn new(inner: R, taken: Arc<AtomicU64>) -> Self {
        Self { inner, taken }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.taken.fetch_add(read as u64, Ordering::Relaxed);
        Ok(read)
    }
}

/// Fails where far more comes out than went in.
struct Watched<R> {
    inner: R,
    taken: Arc<AtomicU64>,
    given: u64,
}

impl<R: Read> Read for Watched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer).map_err(|error| io::Error::new(damage(&error), error))?;
        self.given += read as u64;
        if self.given > HARMLESS && self.given / DENSEST > self.taken.load(Ordering::Relaxed) {
            return Err(io::Error::other(Dense(DENSEST)));
        }
        Ok(read)
    }
}

/// Decoders call damage by many names; what the system says of the file itself stays.
fn damage(error: &io::Error) -> io::ErrorKind {
    match error.kind() {
        kind @ (io::ErrorKind::Interrupted | io::ErrorKind::PermissionDenied | io::ErrorKind::NotFound) => kind,
        _ => io::ErrorKind::InvalidData,
    }
}

/// The frames of a zstd stream, one after the other.
struct Frames<R: BufRead> {
    /// The stream between two frames.
    packed: Option<R>,
    frame: Option<Box<StreamingDecoder<R, ruzstd::decoding::FrameDecoder>>>,
}

impl<R: BufRead> Read for Frames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        loop {
            if let Some(frame) = &mut self.frame {
                let read = frame.read(buffer)?;
                if read > 0 {
                    return Ok(read);
                }
                self.packed = self.frame.take().map(|frame| frame.into_inner());
            }
            let Some(mut packed) = self.packed.take() else { return Ok(0) };
            if packed.fill_buf()?.is_empty() {
                return Ok(0);
            }
            self.frame = Some(Box::new(StreamingDecoder::new(packed).map_err(io::Error::other)?));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    const TEXT: &[u8] = b"Quellmark AG acquires Tidewell Ltd for 40 million euros.\n";

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn bzip2(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = bzip2::write::BzEncoder::new(Vec::new(), bzip2::Compression::default());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn zstd(bytes: &[u8]) -> Vec<u8> {
        ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
    }

    fn unpacked(bytes: Vec<u8>) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        unpack(io::Cursor::new(bytes))?.read_to_end(&mut out)?;
        Ok(out)
    }

    #[test]
    fn every_packing_with_any_number_of_members() {
        for pack in [gzip, bzip2, zstd] {
            assert_eq!(unpacked(pack(TEXT)).unwrap(), TEXT);
            assert_eq!(unpacked([pack(TEXT), pack(b""), pack(TEXT)].concat()).unwrap(), TEXT.repeat(2));
        }
        for plain in [TEXT, b"", b"BZhang said so", b"\x1F", b"PK"] {
            assert_eq!(unpacked(plain.to_vec()).unwrap(), plain);
        }
    }

    #[test]
    fn damage_is_told_as_such() {
        for pack in [gzip, bzip2, zstd] {
            let packed = pack(&TEXT.repeat(100));
            for broken in
                [packed[..packed.len() / 2].to_vec(), [&packed[..], b"\x1F\x8Brubbish, not a member"].concat()]
            {
                let error = super::super::SourceError::from(unpacked(broken).unwrap_err());
                assert_eq!(error.code(), "damaged", "{error}");
            }
        }
    }

    #[test]
    fn bait_is_refused() {
        let bait = gzip(&vec![b' '; 64 << 20]);
        assert!(bait.len() < 100_000);
        let error = super::super::SourceError::from(unpacked(bait).unwrap_err());
        assert_eq!(error.code(), "too_dense");
    }
}
