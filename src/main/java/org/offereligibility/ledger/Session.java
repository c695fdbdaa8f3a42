package org.offereligibility.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** One connection, used by one thread at a time. */
final class Session implements AutoCloseable {
    private final SingleConnectionDataSource source;
    private final JdbcClient client;
    private final JdbcTemplate template;
    private final TransactionTemplate transaction;

    private Session(Connection connection) {
        source = new SingleConnectionDataSource(connection, true);
        template = new JdbcTemplate(source);
        client = JdbcClient.create(template);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
    }

    static Session of(Database database) throws SQLException {
        return new Session(database.connect());
    }

    JdbcClient.StatementSpec sql(String sql) {
        return client.sql(sql);
    }

    JdbcTemplate batch() {
        return template;
    }

    TransactionTemplate transaction() {
        return transaction;
    }

    @Override
    public void close() {
        source.destroy();
    }
}
