package dev.tagalong.domain.store;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages, exact
 * @param page from 1
 * @param size most rows of a page, 1 to 100
 */
public record Page<T>(List<T> rows, int total, int page, int size) {
    public Page {
        rows = List.copyOf(rows);
    }

    /** How many pages there are; 0 when there is nothing. */
    public int totalPages() {
        return (total + size - 1) / size;
    }

    /** The same page with every row changed. */
    public <R> Page<R> map(Function<? super T, ? extends R> change) {
        return new Page<>(rows.stream().<R>map(change).toList(), total, page, size);
    }

    /** Cuts one page out of all there is. */
    public static <T> Page<T> of(List<T> all, int page, int size) {
        int from = (int) Math.min(all.size(), (page - 1L) * size);
        return new Page<>(all.subList(from, Math.min(all.size(), from + size)), all.size(), page, size);
    }
}
