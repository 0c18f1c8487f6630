// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "duplicatelistmodel.h"

#include <catalogue/humantext.h>
#include <catalogue/rawname.h>

#include <algorithm>
#include <tuple>

namespace AsideDemo {

namespace {

bool comesFirst(const DuplicateGroup &a, const DuplicateGroup &b)
{
    return std::tie(a.wasted, a.size, a.digest) > std::tie(b.wasted, b.size, b.digest);
}

} // namespace

DuplicateListModel::DuplicateListModel(QObject *parent) : QAbstractListModel(parent) { }

int DuplicateListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant DuplicateListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const DuplicateGroup &group = *row.group;
    const bool isGroup = row.file < 0;
    const Duplicate file = isGroup ? Duplicate() : group.files.at(row.file);
    switch (role) {
    case IsGroupRole:
        return isGroup;
    case TextRole:
        return isGroup ? tr("%1 copies of %2").arg(countText(group.copies), sizeText(group.size))
                       : visibleText(readableName(file.name));
    case FolderRole:
        return visibleText(readableName(file.folder));
    case SizeRole:
        return isGroup ? sizeText(group.wasted) : QString();
    case IsOtherNameRole:
        return file.isOtherName;
    default:
        return {};
    }
}

QHash<int, QByteArray> DuplicateListModel::roleNames() const
{
    return {{IsGroupRole, "isGroup"},
            {TextRole, "text"},
            {FolderRole, "folder"},
            {SizeRole, "sizeText"},
            {IsOtherNameRole, "isOtherName"}};
}

void DuplicateListModel::add(const QList<DuplicateGroup> &groups)
{
    const int before = count();
    for (const DuplicateGroup &group : groups) {
        const auto place = std::partition_point(m_rows.cbegin(), m_rows.cend(), [&](const Row &row) {
            return !comesFirst(group, *row.group);
        });
        if (m_groups == MostGroups && place == m_rows.cend())
            continue;
        const auto shared = std::make_shared<const DuplicateGroup>(group);
        const int first = int(place - m_rows.cbegin());
        const int files = int(group.files.size());
        beginInsertRows({}, first, first + files);
        m_rows.insert(first, files + 1, Row{shared, -1});
        for (int file = 0; file < files; ++file)
            m_rows[first + 1 + file].file = file;
        endInsertRows();
        if (++m_groups > MostGroups) {
            const int last = int(m_rows.size());
            const int rest = last - 1 - int(m_rows.constLast().group->files.size());
            beginRemoveRows({}, rest, last - 1);
            m_rows.remove(rest, last - rest);
            endRemoveRows();
            --m_groups;
        }
    }
    if (count() != before)
        Q_EMIT countChanged();
}

void DuplicateListModel::clear()
{
    if (m_rows.isEmpty())
        return;
    beginResetModel();
    m_rows.clear();
    m_groups = 0;
    endResetModel();
    Q_EMIT countChanged();
}

qint64 DuplicateListModel::idAt(int row) const
{
    const bool isFile = row >= 0 && row < count() && m_rows.at(row).file >= 0;
    return isFile ? m_rows.at(row).group->files.at(m_rows.at(row).file).id : 0;
}

int DuplicateListModel::fileRow(int row, bool downwards) const
{
    row = std::max(row, 0);
    while (row >= 0 && row < count() && m_rows.at(row).file < 0)
        row += downwards ? 1 : -1;
    return row < count() ? row : -1;
}

} // namespace AsideDemo
