// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "connection.h"
#include "entry.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSet>

#include <functional>

namespace AsideDemo {

/// Is told of an entry that the catalogue has, by its row's id and its folder's path in the root.
using OnEntry = std::function<void(qint64 id, const QByteArray &folder, const Entry &entry)>;

/// Writes one scan of one folder into the catalogue, in batches that readers see at once.
///
/// A folder that was catalogued before is compared with what is stored, and only what differs is
/// written. A file that is gone leaves the catalogue when its folder has been listed whole; a folder
/// that is gone leaves it in finish(). So a scan that is canceled, or that fails, takes nothing away
/// that it has not seen missing. A second writer for the same root ends the first one's work with
/// CatalogueError::Overtaken. Everything here throws CatalogueError. One thread only.
class CatalogueWriter
{
public:
    /// \a root in the file system's bytes; \a connection must outlive the writer.
    CatalogueWriter(const Connection &connection, const QByteArray &root);
    ~CatalogueWriter(); ///< drops what is not committed
    Q_DISABLE_COPY_MOVE(CatalogueWriter)

    OnEntry onEntry; ///< told of each entry as add() takes it; others can read it once its batch has ended

    qint64 root() const { return m_root; }
    bool isInBatch() const { return m_inBatch; }

    void add(const FolderListing &listing);
    void add(const Problem &problem);
    void commit(); ///< ends the batch; the next one starts by itself
    void finish(); ///< the scan saw everything: drops the folders that are gone

private:
    struct Folder
    {
        qint64 id = 0;
        bool isNew = false;
    };
    struct Stored
    {
        qint64 id;
        qint64 size;
        qint64 modified;
        EntryKind kind;
    };

    void ensureBatch();
    void endFullBatch();
    void findRoot(const QByteArray &path);
    void readFolders();
    Folder enter(const QByteArray &path);
    void readStored(qint64 folder);
    qint64 write(const Entry &entry);
    qint64 insert(qint64 folder, const Entry &entry);
    void update(qint64 id, const Entry &entry);
    void remove(const QHash<QByteArray, Stored> &entries);
    void keepUnread();

    const Connection &m_connection;
    qint64 m_root = 0;
    qint64 m_generation = 0;
    QHash<QByteArray, qint64> m_known; // folders of earlier scans
    QByteArray m_path; // the folder that is being written …
    Folder m_folder; // … which is none while its id is 0
    QHash<QByteArray, Stored> m_stored; // what the catalogue has of it and the scan not yet
    QSet<QByteArray> m_unread;
    QSqlQuery m_insert;
    QSqlQuery m_update;
    QSqlQuery m_delete;
    QSqlQuery m_addFolder;
    QSqlQuery m_seeFolder;
    QSqlQuery m_select;
    bool m_inBatch = false;
    int m_batchSize;
    int m_changes = 0;
    QElapsedTimer m_batchAge;
};

} // namespace AsideDemo
