package dev.tagalong.domain.live;

/** Writes frames as the text that goes over a socket. Thread-safe. */
public interface FrameWriter {
    /** The text of a frame, at most what one WebSocket message may hold. */
    String text(Frame frame);
}
