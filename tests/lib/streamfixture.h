// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// Rows, models and what they tell. Every model of these tests is watched by a QAbstractItemModelTester.

#include "sizes.h"

#include <aside/failure.h>
#include <aside/streammodel.h>

#include <QAbstractItemModelTester>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTest>
#include <QThread>

#include <chrono>
#include <utility>

using namespace Aside;
using namespace Qt::StringLiterals;

namespace Test {

/// Long past: apply() makes one step.
inline constexpr auto oneStep = std::chrono::steady_clock::time_point::min();
/// apply() goes on until nothing is left.
inline constexpr auto never = std::chrono::steady_clock::time_point::max();

struct Item
{
    int id = 0;
    QString text;
    friend bool operator==(const Item &, const Item &) = default;
};

inline RowRoles<Item> itemRoles()
{
    return {{"number", &Item::id}, {"text", &Item::text}};
}

template<typename Row>
class Watched : public StreamModelOf<Row>
{
public:
    using StreamModelOf<Row>::StreamModelOf;

private:
    // A child, which moves to other threads with its model.
    QAbstractItemModelTester m_tester{this, QAbstractItemModelTester::FailureReportingMode::QtTest, this};
};

/// Rows that are known by their number.
class Items : public Watched<Item>
{
public:
    Items() : Items(itemRoles().id(&Item::id)) { }
    explicit Items(RowRoles<Item> roles) : Watched(std::move(roles)) { }

    /// "1a 2b": each row's id and text.
    QString text() const
    {
        QStringList rows;
        for (int i = 0; i < count(); ++i)
            rows.append(QString::number(row(i).id) + row(i).text);
        return rows.join(u' ');
    }
};

/// Rows that no id tells apart.
class Nameless : public Items
{
public:
    Nameless() : Items(itemRoles()) { }
};

/// From "1a 2b".
inline QList<Item> items(const QString &text)
{
    QList<Item> rows;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        qsizetype digits = 0;
        while (digits < word.size() && word[digits].isDigit())
            ++digits;
        rows.append({word.first(digits).toInt(), word.sliced(digits)});
    }
    return rows;
}

/// \a count rows with the ids from \a first on.
inline std::vector<Item> manyItems(int count, int first = 0)
{
    std::vector<Item> rows;
    rows.reserve(size_t(count));
    for (int i = 0; i < count; ++i)
        rows.push_back({first + i, {}});
    return rows;
}

/// Everything that a model tells, in order.
class Told : public QObject
{
public:
    explicit Told(StreamModel &model)
    {
        connect(&model, &StreamModel::rowsInserted, this,
                [this](const QModelIndex &, int first, int last) { note(u"+"_s, first, last); });
        connect(&model, &StreamModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { note(u"-"_s, first, last); });
        connect(&model, &StreamModel::dataChanged, this,
                [this](const QModelIndex &first, const QModelIndex &last) { note(u"~"_s, first.row(), last.row()); });
        connect(&model, &StreamModel::modelReset, this, [this] { lines += u"reset"_s; });
        connect(&model, &StreamModel::countChanged, this, [this] { lines += u"count"_s; });
        connect(&model, &StreamModel::statusChanged, this, [this] { lines += u"status"_s; });
        connect(&model, &StreamModel::layoutChanged, this, [this] { lines += u"layout"_s; });
        connect(&model, &StreamModel::rowsMoved, this, [this] { lines += u"moved"_s; });
    }
    QString take() { return std::exchange(lines, {}).join(u' '); }

    QStringList lines;

private:
    void note(const QString &what, int first, int last)
    {
        lines += first == last ? what + QString::number(first) : u"%1%2-%3"_s.arg(what).arg(first).arg(last);
    }
};

/// What a view knows of a model: it only reads what it is told to have come or changed.
class Mirror : public QObject
{
public:
    explicit Mirror(StreamModel &model)
        : m_model(model)
    {
        connect(&model, &StreamModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
            for (int row = first; row <= last; ++row)
                rows.insert(row, read(row));
        });
        connect(&model, &StreamModel::rowsRemoved, this,
                [this](const QModelIndex &, int first, int last) { rows.remove(first, last - first + 1); });
        connect(&model, &StreamModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
            for (int row = first.row(); row <= last.row(); ++row)
                rows[row] = read(row);
        });
        connect(&model, &StreamModel::modelReset, this, &Mirror::readAll);
        readAll();
    }

    QList<Item> rows;

private:
    Item read(int row) const
    {
        const QModelIndex index = m_model.index(row);
        return {m_model.data(index, Qt::UserRole).toInt(), m_model.data(index, Qt::UserRole + 1).toString()};
    }
    void readAll()
    {
        rows.clear();
        for (int row = 0; row < m_model.rowCount(); ++row)
            rows.append(read(row));
    }

    StreamModel &m_model;
};

/// Waits until \a condition holds, and looks after each turn of the event loop. (QTest::qWaitFor() looks
/// when nothing is left to do, and under a flood that is never.)
template<typename Condition>
bool turnUntil(Condition condition)
{
    const QDeadlineTimer end(60'000);
    while (!condition()) {
        if (end.hasExpired())
            return false;
        QCoreApplication::processEvents();
        QThread::yieldCurrentThread();
    }
    return true;
}

/// The text of the E that \a call throws; null if it throws none.
template<typename E, typename Call>
QString thrown(Call &&call)
{
    try {
        call();
    } catch (const E &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace Test

#define AFTER_SOME_TURNS(condition) QVERIFY(Test::turnUntil([&] { return bool(condition); }))
