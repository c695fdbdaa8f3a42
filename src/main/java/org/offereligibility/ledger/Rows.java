package org.offereligibility.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of one question, one after the other, of which the next can be looked at before it is taken. */
final class Rows<T> implements AutoCloseable {
    private static final int AT_A_TIME = 200;

    /** Makes something of the row that a result stands on. */
    @FunctionalInterface
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private final PreparedStatement statement;
    private final ResultSet result;
    private final Reading<T> reading;
    private Optional<T> next = Optional.empty();
    private boolean looked;

    private Rows(PreparedStatement statement, ResultSet result, Reading<T> reading) {
        this.statement = statement;
        this.result = result;
        this.reading = reading;
    }

    /** @param values of the question marks: texts or whole numbers */
    static <T> Rows<T> of(Connection connection, Reading<T> reading, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            statement.setFetchSize(AT_A_TIME);
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return new Rows<>(statement, statement.executeQuery(), reading);
        } catch (SQLException failed) {
            statement.close();
            throw failed;
        }
    }

    /** The next row; stays the next one. Empty after the last. */
    Optional<T> next() throws SQLException {
        if (!looked) {
            looked = true;
            next = result.next() ? Optional.of(reading.of(result)) : Optional.empty();
        }
        return next;
    }

    /** Goes on to the row after the next one. */
    void take() {
        looked = false;
    }

    /** A text, even of a table that was rebuilt to hold nothing there. */
    static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** Bytes, even of a table that was rebuilt to hold nothing there. */
    static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
