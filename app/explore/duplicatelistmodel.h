// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <catalogue/duplicates.h>

#include <QAbstractListModel>
#include <qqmlregistration.h>

#include <memory>

namespace AsideDemo {

/// Groups of equal files as rows of a list, the most wasteful group first: a row for each group, and
/// one for each of its files. Groups come in any order; rows that are there keep their places in views.
class DuplicateListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("DuplicatesModel has one")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role {
        IsGroupRole = Qt::UserRole,
        TextRole, ///< the name of a file, or what a group is
        FolderRole,
        SizeRole, ///< of a group: what all but one of its files take
        IsOtherNameRole,
    };
    /// More are not kept, the most wasteful ones: nobody looks at all of them.
    static constexpr int MostGroups = 5000;

    explicit DuplicateListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    int count() const { return int(m_rows.size()); }
    void add(const QList<DuplicateGroup> &groups);
    void clear();

    /// Of the file in \a row; 0 for a group and outside of the rows.
    Q_INVOKABLE qint64 idAt(int row) const;
    /// The next row with a file, from \a row on upwards or downwards; -1 if there is none.
    Q_INVOKABLE int fileRow(int row, bool downwards) const;

Q_SIGNALS:
    void countChanged();

private:
    struct Row
    {
        std::shared_ptr<const DuplicateGroup> group;
        int file; // -1: the group itself
    };

    QList<Row> m_rows;
    int m_groups = 0;
};

} // namespace AsideDemo
