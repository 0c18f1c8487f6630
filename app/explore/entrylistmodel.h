// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "hits.h"

#include <QAbstractListModel>
#include <QCache>
#include <qqmlregistration.h>
#include <QSet>

namespace AsideDemo {

/// The hits of a search as rows of a list. Only rows that are looked at are loaded: the others say
/// isLoaded = false, and pagesWanted() asks for them. Replacing the hits keeps the views' position.
class EntryListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("ExploreModel has one")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role {
        NameRole = Qt::UserRole,
        FolderRole,
        SizeRole,
        ModifiedRole,
        IconRole,
        IsLoadedRole,
    };

    explicit EntryListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return m_count; }
    Hits hits() const { return m_hits; }
    void setHits(const Hits &hits);
    void addPages(const LoadedPages &loaded); ///< does nothing if they belong to other hits
    QList<int> takeWantedPages(); ///< the newest wishes first

    Q_INVOKABLE qint64 idAt(int row) const; ///< 0 outside of the rows
    int rowOf(qint64 id) const; ///< -1 if it is not among the hits

Q_SIGNALS:
    void countChanged();
    void pagesWanted(); ///< once a turn of the event loop, however many rows were missed

private:
    const EntryRow *loadedRow(int row) const;
    void want(int page) const;

    Hits m_hits;
    int m_count = 0;
    mutable QCache<int, QList<EntryRow>> m_pages;
    mutable QList<int> m_wanted;
};

} // namespace AsideDemo
