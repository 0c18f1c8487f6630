// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "cataloguewriter.h"

#include "catalogueerror.h"
#include "rawname.h"

#include <QDateTime>
#include <QVariant>

#include <algorithm>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

// The first rows are there at once; later batches are as large as pays.
constexpr int ChangesPerFirstBatch = 20;
constexpr int ChangesPerBatch = 5000;
constexpr qint64 BatchMilliseconds = 250;

QVariant rawOrNull(const QByteArray &name)
{
    return isFaithful(name) ? QVariant(QMetaType::fromType<QByteArray>()) : QVariant(name);
}

QVariant numberOrNull(qint64 number)
{
    return number < 0 ? QVariant(QMetaType::fromType<qint64>()) : QVariant(number);
}

qint64 numberOrUnknown(const QVariant &value)
{
    return value.isNull() ? -1 : value.toLongLong();
}

QByteArray nameFrom(const QVariant &text, const QVariant &raw)
{
    return raw.isNull() ? text.toString().toUtf8() : raw.toByteArray();
}

} // namespace

CatalogueWriter::CatalogueWriter(const Connection &connection, const QByteArray &root)
    : m_connection(connection)
    , m_insert(connection.prepare("add-entry"_L1))
    , m_update(connection.prepare("update-entry"_L1))
    , m_delete(connection.prepareText(u"DELETE FROM entries WHERE id = ?"_s))
    , m_addFolder(connection.prepare("add-folder"_L1))
    , m_seeFolder(connection.prepareText(u"UPDATE folders SET generation = ? WHERE id = ?"_s))
    , m_select(connection.prepare("entries-of-folder"_L1))
    , m_batchSize(ChangesPerFirstBatch)
{
    m_connection.begin();
    try {
        findRoot(root);
        readFolders();
        m_connection.commit();
    } catch (...) {
        m_connection.rollback();
        throw;
    }
}

CatalogueWriter::~CatalogueWriter()
{
    if (m_inBatch)
        m_connection.rollback();
}

void CatalogueWriter::findRoot(const QByteArray &path)
{
    QSqlQuery add = m_connection.prepare("add-root"_L1);
    add.addBindValue(readableName(path));
    add.addBindValue(rawOrNull(path));
    m_connection.run(add);

    QSqlQuery find = m_connection.prepare("find-root"_L1);
    find.addBindValue(isFaithful(path) ? QVariant(readableName(path)) : QVariant(path));
    m_connection.run(find);
    find.next();
    m_root = find.value(0).toLongLong();
    m_generation = find.value(1).toLongLong();
    find.finish();

    QSqlQuery forget = m_connection.prepareText(u"DELETE FROM problems WHERE root = ?"_s);
    forget.addBindValue(m_root);
    m_connection.run(forget);
}

void CatalogueWriter::readFolders()
{
    QSqlQuery folders = m_connection.prepareText(u"SELECT id, path, raw FROM folders WHERE root = ?"_s);
    folders.addBindValue(m_root);
    m_connection.run(folders);
    while (folders.next())
        m_known.insert(nameFrom(folders.value(1), folders.value(2)), folders.value(0).toLongLong());
}

void CatalogueWriter::ensureBatch()
{
    if (m_inBatch)
        return;
    m_connection.begin();
    m_inBatch = true;
    m_changes = 0;
    m_batchAge.start();
    QSqlQuery newest = m_connection.prepareText(u"SELECT generation FROM roots WHERE id = ?"_s);
    newest.addBindValue(m_root);
    m_connection.run(newest);
    if (!newest.next() || newest.value(0).toLongLong() != m_generation)
        throw CatalogueError(CatalogueError::Overtaken, m_connection.file());
}

void CatalogueWriter::endFullBatch()
{
    if (m_changes < m_batchSize && !m_batchAge.hasExpired(BatchMilliseconds))
        return;
    commit();
    m_batchSize = std::min(m_batchSize * 2, ChangesPerBatch);
}

void CatalogueWriter::commit()
{
    if (!m_inBatch)
        return;
    m_connection.commit();
    m_inBatch = false;
}

CatalogueWriter::Folder CatalogueWriter::enter(const QByteArray &path)
{
    if (const auto known = m_known.constFind(path); known != m_known.constEnd()) {
        m_seeFolder.bindValue(0, m_generation);
        m_seeFolder.bindValue(1, *known);
        m_connection.run(m_seeFolder);
        return {*known, false};
    }
    const QString text = readableName(path);
    m_addFolder.bindValue(0, m_root);
    m_addFolder.bindValue(1, text);
    m_addFolder.bindValue(2, rawOrNull(path));
    m_addFolder.bindValue(3, foldedName(text));
    m_addFolder.bindValue(4, m_generation);
    m_connection.run(m_addFolder);
    return {m_addFolder.lastInsertId().toLongLong(), true};
}

void CatalogueWriter::readStored(qint64 folder)
{
    m_select.bindValue(0, folder);
    m_connection.run(m_select);
    while (m_select.next()) {
        m_stored.insert(nameFrom(m_select.value(1), m_select.value(2)),
                        {m_select.value(0).toLongLong(), numberOrUnknown(m_select.value(3)),
                         numberOrUnknown(m_select.value(4)), EntryKind(m_select.value(5).toInt())});
    }
    m_select.finish();
}

void CatalogueWriter::add(const FolderListing &listing)
{
    ensureBatch();
    if (!m_folder.id || m_path != listing.path) {
        m_path = listing.path;
        m_folder = enter(m_path);
        m_stored.clear();
        if (!m_folder.isNew)
            readStored(m_folder.id);
    }
    for (const Entry &entry : listing.entries) {
        const qint64 id = write(entry);
        if (onEntry)
            onEntry(id, listing.path, entry);
    }
    if (listing.last) {
        remove(m_stored);
        m_stored.clear();
        m_folder = {};
    }
    endFullBatch();
}

qint64 CatalogueWriter::write(const Entry &entry)
{
    const auto found = m_folder.isNew ? m_stored.end() : m_stored.find(entry.name);
    if (found == m_stored.end())
        return insert(m_folder.id, entry);
    const Stored stored = *found;
    m_stored.erase(found);
    if (stored.size != entry.size || stored.modified != entry.modified || stored.kind != entry.kind)
        update(stored.id, entry);
    return stored.id;
}

/// Returns the new row's id if anybody asks for it.
qint64 CatalogueWriter::insert(qint64 folder, const Entry &entry)
{
    const QString name = readableName(entry.name);
    m_insert.bindValue(0, folder);
    m_insert.bindValue(1, m_root);
    m_insert.bindValue(2, name);
    m_insert.bindValue(3, rawOrNull(entry.name));
    m_insert.bindValue(4, foldedName(name));
    m_insert.bindValue(5, int(entry.kind));
    m_insert.bindValue(6, numberOrNull(entry.size));
    m_insert.bindValue(7, numberOrNull(entry.modified));
    m_connection.run(m_insert);
    ++m_changes;
    return onEntry ? m_insert.lastInsertId().toLongLong() : 0;
}

void CatalogueWriter::update(qint64 id, const Entry &entry)
{
    m_update.bindValue(0, int(entry.kind));
    m_update.bindValue(1, numberOrNull(entry.size));
    m_update.bindValue(2, numberOrNull(entry.modified));
    m_update.bindValue(3, id);
    m_connection.run(m_update);
    ++m_changes;
}

void CatalogueWriter::remove(const QHash<QByteArray, Stored> &entries)
{
    for (const Stored &gone : entries) {
        m_delete.bindValue(0, gone.id);
        m_connection.run(m_delete);
        ++m_changes;
    }
}

void CatalogueWriter::add(const Problem &problem)
{
    ensureBatch();
    QSqlQuery add = m_connection.prepareText(u"INSERT INTO problems (root, path, reason) VALUES (?, ?, ?)"_s);
    add.addBindValue(m_root);
    add.addBindValue(readableName(problem.path));
    add.addBindValue(problem.reason);
    m_connection.run(add);
    m_unread.insert(problem.path);
    ++m_changes;
    endFullBatch();
}

/// What could not be read now is not gone, and nor is what lies below it.
void CatalogueWriter::keepUnread()
{
    if (m_unread.isEmpty())
        return;
    for (auto known = m_known.constBegin(); known != m_known.constEnd(); ++known) {
        QByteArray path = known.key();
        while (!m_unread.contains(path) && !path.isEmpty())
            path.truncate(qMax(qsizetype(0), path.lastIndexOf('/')));
        if (m_unread.contains(path))
            enter(known.key());
    }
}

void CatalogueWriter::finish()
{
    ensureBatch();
    keepUnread();
    for (const auto &name : {"drop-stale-entries"_L1, "drop-stale-folders"_L1}) {
        QSqlQuery drop = m_connection.prepare(name);
        drop.addBindValue(m_root);
        drop.addBindValue(m_generation);
        m_connection.run(drop);
    }
    QSqlQuery done = m_connection.prepareText(u"UPDATE roots SET scanned = ? WHERE id = ?"_s);
    done.addBindValue(QDateTime::currentMSecsSinceEpoch());
    done.addBindValue(m_root);
    m_connection.run(done);
    commit();
}

} // namespace AsideDemo
