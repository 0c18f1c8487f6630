// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

namespace AsideDemo {

/// A connection to a catalogue file, for the thread that makes it and for as long as it lives.
///
/// The file and its tables are made if they are missing. A file that is damaged or belongs to
/// somebody else is left untouched. Everything here throws CatalogueError.
class Connection
{
public:
    enum Access {
        Read, ///< never writes; also reads a catalogue on a read-only place
        Write,
    };

    Connection(const QString &file, Access access);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    /// The statements of a file in resources/sql, without its ending.
    static QString text(QLatin1StringView name);

    QString file() const { return m_file; }

    /// A prepared statement of a file in resources/sql. It must not outlive the connection.
    QSqlQuery prepare(QLatin1StringView name) const;
    QSqlQuery prepareText(const QString &sql) const;
    /// Executes \a query with the values bound to it.
    void run(QSqlQuery &query) const;
    /// Executes the statements of a file in resources/sql.
    void runAll(QLatin1StringView name) const;
    /// Executes one statement; returns the first column of its first row, if there is one.
    QVariant value(const QString &sql) const;

    void begin() const; ///< for writing; waits for other writers
    void commit() const;
    void rollback() const noexcept; ///< does nothing outside a transaction

private:
    void open(const QString &parameters);
    bool isEmpty() const;
    void makeTables();
    void ensureTables(Access access);

    QString m_file;
    QString m_name;
    QSqlDatabase m_database;
};

} // namespace AsideDemo
