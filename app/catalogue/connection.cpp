// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "connection.h"

#include "catalogueerror.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <atomic>

// Outside of the namespace, as the macro asks.
static void initResources()
{
    Q_INIT_RESOURCE(aside_sql);
}

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

// "AsDC": marks the file as ours, so that nobody else's database is ever written to.
constexpr int ApplicationId = 0x41734443;
constexpr int SchemaVersion = 1;
constexpr int BusyMilliseconds = 5000; // how long to wait for other writers
constexpr auto Driver = "QSQLITE"_L1;

QString uniqueName()
{
    static std::atomic<quint64> count{0};
    return u"catalogue-%1"_s.arg(++count);
}

} // namespace

QString Connection::text(QLatin1StringView name)
{
    initResources();
    QFile file(u":/aside-demo/sql/%1.sql"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no such SQL: %s", name.data());
    return QString::fromUtf8(file.readAll());
}

Connection::Connection(const QString &file, Access access) : m_file(file), m_name(uniqueName())
{
    if (!QSqlDatabase::isDriverAvailable(Driver))
        throw CatalogueError(CatalogueError::Other, file, u"Qt's SQLite driver is not installed"_s);
    QDir().mkpath(QFileInfo(file).absolutePath());
    try {
        open({});
        try {
            ensureTables(access);
        } catch (const CatalogueError &error) {
            const bool unwritable
                = error.kind() == CatalogueError::ReadOnly || error.kind() == CatalogueError::Unreachable;
            if (access != Read || !unwritable || !QFile::exists(file))
                throw;
            // WAL wants to write beside the file even to read it. Nobody can, so nobody changes it.
            m_database.close();
            open(u"immutable=1"_s);
            ensureTables(access);
        }
    } catch (...) {
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
        throw;
    }
}

Connection::~Connection()
{
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

void Connection::open(const QString &parameters)
{
    m_database = QSqlDatabase::database(m_name, false);
    if (!m_database.isValid())
        m_database = QSqlDatabase::addDatabase(Driver, m_name);
    const auto name = QUrl::fromLocalFile(m_file).toString(QUrl::FullyEncoded);
    m_database.setDatabaseName(parameters.isEmpty() ? m_file : QString(name % u'?' % parameters));
    m_database.setConnectOptions(parameters.isEmpty() ? QString()
                                                      : u"QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"_s);
    if (!m_database.open())
        throw CatalogueError::from(m_database.lastError(), m_file);
}

bool Connection::isEmpty() const
{
    // Reads more of the file than its head, which is often what is left of a damaged one.
    const bool hasTables = value(u"SELECT count(*) FROM sqlite_schema"_s).toInt() > 0;
    return !hasTables && value(u"PRAGMA user_version"_s).toInt() == 0;
}

void Connection::makeTables()
{
    value(u"PRAGMA journal_mode = WAL"_s);
    begin();
    try {
        if (isEmpty()) { // unless another connection was quicker
            runAll("schema"_L1);
            value(u"PRAGMA application_id = %1"_s.arg(ApplicationId));
            value(u"PRAGMA user_version = %1"_s.arg(SchemaVersion));
        }
        commit();
    } catch (...) {
        rollback();
        throw;
    }
}

void Connection::ensureTables(Access access)
{
    // In short waits: who makes the tables may go on to write for long, and then they are there. Looking is
    // refused, too, while somebody turns a new file to WAL.
    const QDeadlineTimer deadline(BusyMilliseconds);
    value(u"PRAGMA busy_timeout = %1"_s.arg(BusyMilliseconds / 100));
    for (bool isThere = false; !isThere;) {
        try {
            isThere = !isEmpty();
            if (!isThere)
                makeTables();
        } catch (const CatalogueError &error) {
            if (error.kind() != CatalogueError::Busy || deadline.hasExpired())
                throw;
        }
    }
    value(u"PRAGMA busy_timeout = %1"_s.arg(BusyMilliseconds));

    const int version = value(u"PRAGMA user_version"_s).toInt();
    if (version != SchemaVersion || value(u"PRAGMA application_id"_s).toInt() != ApplicationId)
        throw CatalogueError(CatalogueError::Foreign, m_file);
    if (access == Read) {
        value(u"PRAGMA query_only = 1"_s);
    } else {
        // With WAL a crash of the system may cost the newest batches, never the catalogue.
        value(u"PRAGMA synchronous = NORMAL"_s);
        value(u"PRAGMA wal_autocheckpoint = 4000"_s);
    }
}

QSqlQuery Connection::prepare(QLatin1StringView name) const
{
    return prepareText(text(name));
}

QSqlQuery Connection::prepareText(const QString &sql) const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        throw CatalogueError::from(query.lastError(), m_file);
    return query;
}

void Connection::run(QSqlQuery &query) const
{
    if (!query.exec())
        throw CatalogueError::from(query.lastError(), m_file);
}

void Connection::runAll(QLatin1StringView name) const
{
    const QStringList statements = text(name).split(u";\n"_s);
    for (const QString &statement : statements) {
        if (!statement.trimmed().isEmpty())
            value(statement);
    }
}

QVariant Connection::value(const QString &sql) const
{
    QSqlQuery query = prepareText(sql);
    run(query);
    return query.next() ? query.value(0) : QVariant();
}

void Connection::begin() const
{
    value(u"BEGIN IMMEDIATE"_s);
}

void Connection::commit() const
{
    value(u"COMMIT"_s);
}

void Connection::rollback() const noexcept
{
    // SQLite itself rolls back after some errors, a full disk among them: then this one fails.
    QSqlQuery(m_database).exec(u"ROLLBACK"_s);
}

} // namespace AsideDemo
