// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "streammodel.h"

#include "failure.h"
#include "logging_p.h"
#include "stream.h"

#include <QEvent>
#include <QPointer>
#include <QScopedValueRollback>
#include <QThread>

#include <cstdlib>
#include <limits>

using namespace Qt::StringLiterals;

namespace Aside {

namespace {

/// Logs the exception that is being handled.
void report(const char *what) noexcept
{
    try {
        qCWarning(Detail::lcStore).noquote().nospace()
            << what << " of a stream model threw: " << Failure::fromCurrentException().message();
    } catch (...) { // NOLINT(bugprone-empty-catch)
        // There is no memory left to say it.
    }
}

} // namespace

StreamModel::StreamModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

StreamModel::~StreamModel() = default;

int StreamModel::count() const
{
    checkThread("count rows");
    return size();
}

QVariantMap StreamModel::get(int row) const
{
    checkThread("read a row");
    QVariantMap values;
    for (auto role = m_roleNames.cbegin(); row >= 0 && row < size() && role != m_roleNames.cend(); ++role)
        values.insert(QString::fromUtf8(role.value()), data(index(row), role.key()));
    return values;
}

int StreamModel::indexOfId(const QVariant &id) const
{
    checkThread("look for a row");
    try {
        return find(id);
    } catch (const Error &) {
        return -1; // nothing has such an id
    } catch (...) {
        report("an id");
        return -1;
    }
}

void StreamModel::setStatus(const AsyncResult &status)
{
    checkThread("set the status");
    if (m_status == status)
        return;
    m_status = status;
    tell(&StreamModel::statusChanged);
}

bool StreamModel::event(QEvent *event)
{
    // Here it still lives where the streams into it do: later nobody could tell views how these ended.
    if (event->type() == QEvent::ThreadChange) {
        const QScopedValueRollback leaving(m_isLeaving, true);
        while (!m_streams.isEmpty())
            m_streams.takeFirst()->lose();
    }
    return QAbstractListModel::event(event);
}

int StreamModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : size();
}

QVariant StreamModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto place = m_rolePlaces.constFind(role);
    if (place == m_rolePlaces.cend())
        return {};
    // Views call this, and cannot do with an exception.
    try {
        return cell(index.row(), *place);
    } catch (...) {
        report("a role");
        return {};
    }
}

void StreamModel::setRoles(const QByteArrayList &names)
{
    // A role that is named as one of Qt's own is that one: widgets ask for ‘display’ by its number.
    const QHash<int, QByteArray> known = QAbstractListModel::roleNames();
    for (int i = 0; i < names.size(); ++i) {
        const int role = known.key(names[i], Qt::UserRole + i);
        m_roleNames.insert(role, names[i]);
        m_rolePlaces.insert(role, i);
    }
}

void StreamModel::checkThread(const char *action) const
{
    if (thread() == QThread::currentThread()) [[likely]]
        return;
    throw ImmutableStateError(u"cannot %1 on another thread than the model's own: a worker collects "
                              "RowChanges instead"_s.arg(QString::fromLatin1(action)));
}

void StreamModel::checkIsQuiet() const
{
    if (m_telling)
        throw ImmutableStateError(u"cannot change rows while views are told of a change"_s);
}

void StreamModel::checkInsertion(int at, qsizetype rows, bool byId, bool hasIds) const
{
    if (byId && !hasIds)
        throwNoIds("upsert a row");
    if (at > size())
        throw Error(u"cannot insert rows at %1: there are %2"_s.arg(at).arg(size()));
    if (m_limit == 0 && rows > std::numeric_limits<int>::max() - size())
        throw Error(u"cannot insert %1 rows behind %2: a model cannot count them"_s.arg(rows).arg(size()));
}

void StreamModel::checkRow(int row) const
{
    if (row < 0 || row >= size())
        throw Error(u"there is no row %1: there are %2"_s.arg(row).arg(size()));
}

void StreamModel::throwNoIds(const char *action)
{
    throw Error(u"cannot %1: the rows have no ids (see RowRoles::id)"_s.arg(QString::fromLatin1(action)));
}

qint64 StreamModel::surplus() const
{
    return m_limit == 0 ? 0 : size() - std::abs(qint64(m_limit));
}

void StreamModel::begin(Signal signal, int first, int last) noexcept
{
    m_telling = true;
    m_signal = signal;
    try {
        switch (signal) {
        case Signal::Insert:
            return beginInsertRows({}, first, last);
        case Signal::Remove:
            return beginRemoveRows({}, first, last);
        case Signal::Reset:
            return beginResetModel();
        }
    } catch (...) {
        report("a slot");
    }
    // Not all views have heard of it, and QAbstractItemModel has not finished: a reset puts both right.
    if (std::exchange(m_signal, Signal::Reset) == Signal::Reset)
        return;
    try {
        beginResetModel();
    } catch (...) {
        report("a slot");
    }
}

bool StreamModel::end() noexcept
{
    const QPointer<StreamModel> life(this);
    if (!tellEnd() && life) {
        // Views that were connected later have not heard of it.
        begin(Signal::Reset);
        tellEnd();
    }
    if (!life)
        return false;
    m_telling = false;
    return true;
}

bool StreamModel::tellEnd() noexcept
{
    try {
        switch (m_signal) {
        case Signal::Insert:
            endInsertRows();
            break;
        case Signal::Remove:
            endRemoveRows();
            break;
        case Signal::Reset:
            endResetModel();
            break;
        }
        return true;
    } catch (...) {
        report("a slot");
        return false;
    }
}

bool StreamModel::tellChanged(int first, int last) noexcept
{
    const QPointer<StreamModel> life(this);
    m_telling = true;
    try {
        Q_EMIT dataChanged(index(first), index(last));
    } catch (...) {
        report("a slot");
    }
    if (!life)
        return false;
    m_telling = false;
    return true;
}

void StreamModel::tellCount(int before) noexcept
{
    if (size() != before)
        tell(&StreamModel::countChanged);
}

void StreamModel::tell(void (StreamModel::*signal)()) noexcept
{
    try {
        Q_EMIT(this->*signal)();
    } catch (...) {
        report("a slot");
    }
}

} // namespace Aside
