package dev.tagalong.local;

/** Why the runner cannot start, in one sentence for whoever started it. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public StartFailure(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What to tell whoever started it. */
    public String sentence() {
        return sentence;
    }
}
