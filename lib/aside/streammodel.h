// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/asyncresult.h>
#include <aside/export.h>
#include <aside/rowchanges.h>
#include <aside/rowroles.h>
#include <aside/rowtable.h>

#include <QAbstractListModel>
#include <QByteArrayList>
#include <QHash>
#include <QList>
#include <QVariantMap>

#include <chrono>
#include <utility>
#include <vector>

namespace Aside {

namespace Detail {
class Stream;
template<typename Row>
class RowBoxOf;
}

/// What QML sees of a list of rows that come as a stream; StreamModelOf holds the rows.
///
/// Home thread only: on any other thread, functions throw ImmutableStateError (but those of
/// QAbstractItemModel, which are for views on the home thread, do not check). If it is moved to another
/// thread, the streams that fill it fail first, and the status says so; its rows move along.
class ASIDE_EXPORT StreamModel : public QAbstractListModel
{
    Q_OBJECT
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    /// Of the stream that fills the model; the rows do not depend on it.
    Q_PROPERTY(Aside::AsyncResult status READ status NOTIFY statusChanged FINAL)

public:
    ~StreamModel() override;

    int count() const;
    /// A row by the names of its roles; empty if there is no such row.
    Q_INVOKABLE QVariantMap get(int row) const;
    /// The row with that id; -1 if there is none, or if rows have no ids.
    Q_INVOKABLE int indexOfId(const QVariant &id) const;
    /// How many rows are kept; 0: all. See StreamModelOf.
    int limit() const { return m_limit; }

    AsyncResult status() const { return m_status; }
    /// Leaves the rows as they are.
    void setStatus(const AsyncResult &status);
    /// Drops all rows, and leaves the status as it is. See StreamModelOf.
    virtual void reset() = 0;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override { return m_roleNames; }

Q_SIGNALS:
    /// Once a call that changed it, after the signals of the rows.
    void countChanged();
    void statusChanged();

protected:
    bool event(QEvent *event) override;

private:
    friend class Detail::Stream;
    template<typename Row>
    friend class StreamModelOf;

    enum class Signal { Insert, Remove, Reset };

    explicit StreamModel(QObject *parent);
    virtual int size() const = 0;
    virtual QVariant cell(int row, int role) const = 0; // the role by its place among the names
    virtual int find(const QVariant &id) const = 0;

    void setRoles(const QByteArrayList &names);
    void checkThread(const char *action) const;
    void checkIsQuiet() const;
    void checkInsertion(int at, qsizetype rows, bool byId, bool hasIds) const;
    void checkRow(int row) const;
    [[noreturn]] static void throwNoIds(const char *action);
    qint64 surplus() const;

    // The change of rows itself comes between the two. They throw nothing; false says that a slot has
    // destroyed the model.
    void begin(Signal signal, int first = 0, int last = 0) noexcept;
    bool end() noexcept;
    bool tellEnd() noexcept; // false if a slot threw
    bool tellChanged(int first, int last) noexcept;
    void tellCount(int before) noexcept;
    void tell(void (StreamModel::*signal)()) noexcept;

    QHash<int, QByteArray> m_roleNames;
    QHash<int, int> m_rolePlaces;
    AsyncResult m_status;
    QList<Detail::Stream *> m_streams; // those that go on, as they began
    int m_limit = 0;
    Signal m_signal = Signal::Insert;
    bool m_telling = false; // slots are being told of a change of rows
    bool m_isLeaving = false; // for another thread
};

/// A list model of rows of type Row: a gadget, a struct, or a QVariantMap. Rows can come from anywhere by
/// the million: workers collect RowChanges, and apply() takes these in steps that are never long.
///
/// | operation | what it does |
/// |---|---|
/// | append | adds rows at the end |
/// | insert | adds rows before row `at`, counted when its turn comes; -1 is the end (after LiveView's streams) |
/// | upsert | as insert, and refused where rows have no ids |
/// | remove | removes the row with that id; one that is not there is no error |
/// | setLimit | from now on keeps the first n rows, if negative the last n; 0 keeps all |
/// | reset | drops all rows, and nothing else does |
///
/// With ids (RowRoles::id) no id is there twice: a row that comes with an id that is there replaces that
/// row where it stands, however it comes; `at` is for new ones. An equal row (by `==`, if Row has one)
/// changes nothing. Rows count one after the other, each with the limit kept after it, so what comes out
/// never depends on how changes were cut into steps.
///
/// Views are told by rowsInserted() and rowsRemoved(), one signal for each run of up to 512 rows, and by
/// dataChanged(). Only reset(), and the first row of a model that learns its roles from it, are a
/// modelReset(). A ListView keeps the row at its top in place whatever comes, changes or goes above or
/// below it. It gives that place to rows that are inserted right before that row (as at 0 while it is at
/// its beginning) and, if the row goes, to the next one. modelReset() takes it to its beginning.
///
/// A row costs its own size, and with ids some 30 to 60 bytes more; finding, inserting or removing one
/// takes a few microseconds among a million. Rows need to be assignable, and are copied only where
/// their move could throw. If something of theirs throws (a copy, `==`, the id), model and views stay
/// consistent; what getters throw is logged, and the value is invalid.
///
/// A refused operation throws Error and changes nothing; operations before it stand. While slots are told
/// of rows that come, go or change, no rows can be changed (ImmutableStateError); in a slot of
/// countChanged() they can. Slots may destroy the model, though not in a rowsAboutTo… signal, nor while it
/// moves to another thread. What they throw is logged, and ends in a modelReset() if views might have
/// missed something.
///
/// \code
/// StreamModelOf<File> files{RowRoles<File>{{"path", &File::path}, {"size", &File::size}}.id(&File::path)};
/// files.setLimit(-1000);
/// files.append(File{u"new.txt"_s, 12});
/// files.upsert(File{u"new.txt"_s, 13});
/// \endcode
template<typename Row>
class StreamModelOf : public StreamModel
{
public:
    using Changes = RowChanges<Row>;
    using Deadline = std::chrono::steady_clock::time_point;

    explicit StreamModelOf(QObject *parent = nullptr)
        requires std::default_initializable<RowRoles<Row>>
        : StreamModelOf(RowRoles<Row>(), parent)
    {
    }
    explicit StreamModelOf(RowRoles<Row> roles, QObject *parent = nullptr);

    /// Takes from \a changes what fits until the deadline, and at least one step: 512 rows, or 64 signals.
    /// True once nothing is left; until then the rest stays in \a changes, and may be added to. False at
    /// once while slots are told of a change. \a changes must outlive the call, even if the model does not.
    ///
    /// What it throws is of one operation, or of one row that it came to: that one is taken out, and the
    /// next call goes on behind it.
    bool apply(Changes &changes, Deadline deadline);
    /// Takes all at once.
    void apply(Changes &&changes);

    void append(Row row) { apply(std::move(Changes().append(std::move(row)))); }
    template<Detail::RangeOf<Row> Rows>
    void append(Rows &&rows)
    {
        apply(std::move(Changes().append(std::forward<Rows>(rows))));
    }
    void insert(int at, Row row) { apply(std::move(Changes().insert(at, std::move(row)))); }
    template<Detail::RangeOf<Row> Rows>
    void insert(int at, Rows &&rows)
    {
        apply(std::move(Changes().insert(at, std::forward<Rows>(rows))));
    }
    void upsert(Row row, int at = -1) { apply(std::move(Changes().upsert(std::move(row), at))); }
    template<Detail::RangeOf<Row> Rows>
    void upsert(Rows &&rows, int at = -1)
    {
        apply(std::move(Changes().upsert(std::forward<Rows>(rows), at)));
    }
    template<typename Id>
    void remove(Id &&id)
    {
        apply(std::move(Changes().remove(std::forward<Id>(id))));
    }
    void setLimit(int limit) { apply(std::move(Changes().setLimit(limit))); }
    void reset() override { apply(std::move(Changes().reset())); }

    /// Throws Error if there is no such row. The reference holds until rows change.
    const Row &row(int row) const;

private:
    friend class Detail::RowBoxOf<Row>;
    using Chunk = Detail::RowChunk<Row>;

    int size() const override { return m_rows.size(); }
    QVariant cell(int row, int role) const override { return m_roles.m_roles[size_t(role)].get(m_rows.at(row)); }
    int find(const QVariant &id) const override;

    /// As apply(), until \a isOver() says so after a step.
    template<typename Condition>
    bool applyUntil(Changes &changes, Condition isOver);
    // One step each. False once a slot has destroyed the model: then nothing of it may be touched.
    bool step(Changes &changes);
    bool take(Detail::InsertRows<Row> &insertion);
    bool take(Detail::RemoveRows &removal);
    bool take(Detail::ResetRows &reset);
    bool take(Detail::LimitRows &limit);
    bool takePiece(Detail::InsertRows<Row> &insertion, int at);
    bool takeByIds(Detail::InsertRows<Row> &insertion, int at);
    bool learnRoles(const Row &row);
    /// Rows that are gone, and yet to be freed. None while a step may be adding to them.
    auto takeLeftovers() { return m_telling ? decltype(m_leftovers)() : std::exchange(m_leftovers, {}); }
    bool removeSurplus();
    bool removeRun(int first, int last);
    /// Under the limit, all of \a fresh has room there.
    bool insertFresh(Detail::InsertRows<Row> &insertion, int at, std::unique_ptr<Chunk> fresh);
    /// How many rows that come there the limit keeps.
    qint64 roomAt(int at) const;
    /// How many rows \a more new ones push out.
    int pushedOut(qsizetype more) const;
    bool isPushedOut(int row, qsizetype more) const;

    RowRoles<Row> m_roles;
    Detail::RowTable<Row> m_rows;
    std::vector<typename Detail::RowTable<Row>::Leftovers> m_leftovers;
};

} // namespace Aside

#include <aside/streammodel_impl.h>
