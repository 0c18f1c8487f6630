// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "entrylistmodel.h"

#include <catalogue/humantext.h>
#include <catalogue/rawname.h>

#include <algorithm>
#include <utility>

namespace AsideDemo {

using namespace Qt::StringLiterals;

namespace {

constexpr int PagesKept = 64;
constexpr int PagesWanted = 8; // more than any window shows: older wishes have been scrolled away

QString iconFor(EntryKind kind)
{
    switch (kind) {
    case EntryKind::Link:
        return u"link"_s;
    case EntryKind::Other:
        return u"device"_s;
    case EntryKind::File:
        break;
    }
    return u"file"_s;
}

} // namespace

EntryListModel::EntryListModel(QObject *parent) : QAbstractListModel(parent), m_pages(PagesKept) { }

int EntryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_count;
}

QVariant EntryListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role < NameRole || role > IsLoadedRole)
        return {};
    const EntryRow *row = loadedRow(index.row());
    if (role == IsLoadedRole)
        return row != nullptr;
    if (!row)
        return QString();
    switch (role) {
    case NameRole:
        return visibleText(row->name);
    case FolderRole:
        return visibleText(row->folder);
    case SizeRole:
        return sizeText(row->size);
    case ModifiedRole:
        return dateText(row->modified);
    case IconRole:
        return iconFor(row->kind);
    default:
        return {};
    }
}

QHash<int, QByteArray> EntryListModel::roleNames() const
{
    return {{NameRole, "name"},     {FolderRole, "folder"},
            {SizeRole, "sizeText"}, {ModifiedRole, "modifiedText"},
            {IconRole, "iconName"}, {IsLoadedRole, "isLoaded"}};
}

void EntryListModel::setHits(const Hits &hits)
{
    const int before = m_count;
    const int after
        = hits ? int(std::min(hits->hits.ids.size(), qsizetype(std::numeric_limits<int>::max()))) : 0;
    // Rows are exchanged in place, as a view loses its position when a model is reset.
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_count = after;
        endRemoveRows();
    } else if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_count = after;
        endInsertRows();
    }
    m_hits = hits;
    m_pages.clear();
    m_wanted.clear();
    if (hits) {
        for (auto page = hits->pages.begin(); page != hits->pages.end(); ++page)
            m_pages.insert(page.key(), new QList<EntryRow>(page.value()));
    }
    if (const int kept = std::min(before, after); kept > 0)
        Q_EMIT dataChanged(index(0), index(kept - 1));
    if (after > before)
        Q_EMIT dataChanged(index(before), index(after - 1));
    if (after != before)
        Q_EMIT countChanged();
}

void EntryListModel::addPages(const LoadedPages &loaded)
{
    if (loaded.hits != m_hits)
        return;
    for (auto page = loaded.pages.begin(); page != loaded.pages.end(); ++page) {
        const int first = page.key() * RowsPerPage;
        const int last = std::min(first + RowsPerPage, m_count) - 1;
        if (last < first)
            continue;
        m_pages.insert(page.key(), new QList<EntryRow>(page.value()));
        m_wanted.removeOne(page.key());
        Q_EMIT dataChanged(index(first), index(last));
    }
}

QList<int> EntryListModel::takeWantedPages()
{
    return std::exchange(m_wanted, {});
}

qint64 EntryListModel::idAt(int row) const
{
    return m_hits && row >= 0 && row < m_hits->hits.ids.size() ? m_hits->hits.ids.at(row) : 0;
}

int EntryListModel::rowOf(qint64 id) const
{
    return m_hits && id != 0 ? int(m_hits->hits.ids.indexOf(id)) : -1;
}

const EntryRow *EntryListModel::loadedRow(int row) const
{
    // Between a change of the count and the exchange of the hits, views may ask for rows that are not there.
    if (!m_hits || row >= m_hits->hits.ids.size())
        return nullptr;
    const int page = row / RowsPerPage;
    const QList<EntryRow> *rows = m_pages.object(page);
    if (!rows) {
        want(page);
        return nullptr;
    }
    const qsizetype place = row - qsizetype(page) * RowsPerPage;
    return place < rows->size() && rows->at(place).id != 0 ? &rows->at(place) : nullptr;
}

void EntryListModel::want(int page) const
{
    if (m_wanted.contains(page))
        return;
    if (m_wanted.isEmpty()) {
        auto *self = const_cast<EntryListModel *>(this); // a wish changes nothing that can be seen
        QMetaObject::invokeMethod(self, &EntryListModel::pagesWanted, Qt::QueuedConnection);
    }
    m_wanted.prepend(page);
    if (m_wanted.size() > PagesWanted)
        m_wanted.removeLast();
}

} // namespace AsideDemo
