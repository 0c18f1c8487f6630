// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/rowbox.h>
#include <aside/rowremains.h>
#include <aside/run.h>
#include <aside/streammodel.h>
#include <aside/taskoptions.h>

#include <QMetaObject>
#include <QPointer>
#include <QScopedValueRollback>

#include <chrono>
#include <concepts>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

namespace Aside {

/// How ViewModel::streamAsync() is to stream.
struct StreamOptions
{
    /// Drops the rows that the model has, whenever the functor begins, and so again with each retry.
    /// Otherwise what comes is added to them.
    bool reset = false;
    TaskOptions task = {};
};

namespace Detail {

template<typename Functor, typename Row>
class StreamOf;

/// Rows on their way: the worker's, which wait, and the home thread's, which it has taken.
template<typename Row>
class RowBoxOf final : public RowBox
{
public:
    explicit RowBoxOf(StreamModelOf<Row> &model) : m_model(&model) { }

    RowChanges<Row> &changes() { return m_changes; }
    qsizetype waiting() const override { return m_changes.size(); }
    bool hasTaken() const override { return !m_taken.isEmpty(); }
    void take() override { m_taken.swap(m_changes); }
    bool apply(std::chrono::steady_clock::time_point deadline) override
    {
        auto *const target = static_cast<StreamModelOf<Row> *>(m_model.data());
        if (!target)
            return true;
        const QScopedValueRollback applying(m_applying, true);
        return target->applyUntil(m_taken, [&] { return m_dropped || std::chrono::steady_clock::now() >= deadline; });
    }
    void drop() override { m_dropped = true; }
    void close() override
    {
        if (!isClosed())
            m_late.swap(m_changes);
        RowBox::close();
    }
    std::unique_ptr<RowRemains> takeRemains(StreamModel *model) override
    {
        auto *const target = static_cast<StreamModelOf<Row> *>(model);
        return RowRemainsOf<Row>::of(std::exchange(m_taken, {}), std::exchange(m_late, {}),
                                     target ? target->takeLeftovers() : typename RowRemainsOf<Row>::Leftovers());
    }
    bool isApplying() const override { return m_applying; }
    StreamModel *model() const override { return m_model; }

private:
    const QPointer<StreamModel> m_model;
    RowChanges<Row> m_changes; // under the lock of the run

    // Home thread.
    RowChanges<Row> m_taken;
    RowChanges<Row> m_late; // those that nobody takes any more
    bool m_applying = false;
    bool m_dropped = false;
};

/// A run that fills a model.
class ASIDE_EXPORT Stream : public Run
{
public:
    Stream(const QString &name, const TaskOptions &options, std::shared_ptr<RowBox> box);
    ~Stream() override;

    /// Throws Error if the model lives on another thread, or is on its way there.
    void check() const;
    /// The model is about to move to another thread: it is not to be touched from then on.
    void lose();

private:
    LatestState *latestState() final { return &m_latest; }
    void begin(ViewModel &viewModel) final;
    void progressed(ViewModel &viewModel) final;
    bool hasMore(ViewModel &viewModel) final;
    void settle(ViewModel &viewModel) final;
    void tell(ViewModel *viewModel) final;

    bool applyRows(ViewModel &viewModel);
    StreamModel *model() const;
    Failure moved() const;
    void end();
    void clearAway();

    const std::shared_ptr<RowBox> m_box;
    LatestState m_latest;
    ViewModel *m_viewModel = nullptr; // while this is live
    bool m_isLost = false; // the model has moved
    QMetaObject::Connection m_watch; // of the model's end
};

} // namespace Detail

/// Where the functor of ViewModel::streamAsync() puts its rows; each function does what the one of
/// StreamModelOf does, and returns false once nothing arrives any more: the run is canceled, or its
/// ViewModel is gone.
///
/// Any thread while the functor runs; it must not be kept beyond that. What is put shows as soon as the
/// home thread comes to it. A producer that is faster than that waits here, without holding a thread of
/// the pool, once some ten thousand rows are on their way: at most as many more as one call puts.
/// Batches of a few hundred rows cost the least; those of many thousands are held in memory as they are.
///
/// What the model refuses (such as an upsert of rows without ids) fails the run. Rows that nobody takes any
/// more, as of a run that is superseded, are freed on the home thread, a little at a time.
///
/// \code
/// vm.streamAsync(u"watch"_s, files, [news](TaskContext &context, RowStream<File> &rows) {
///     for (qsizetype i = 0; i < news.size() && !rows.isCanceled(); ++i) {
///         context.setProgress(double(i) / double(news.size()));
///         if (news[i].size < 0)
///             rows.remove(news[i].path);
///         else
///             rows.upsert(news[i], 0);
///     }
/// });
/// \endcode
template<typename Row>
class RowStream
{
public:
    bool append(Row row)
    {
        return put([&](RowChanges<Row> &changes) { changes.append(std::move(row)); });
    }
    template<Detail::RangeOf<Row> Rows>
    bool append(Rows &&rows)
    {
        return add(std::move(RowChanges<Row>().append(std::forward<Rows>(rows))));
    }
    bool insert(int at, Row row)
    {
        return put([&](RowChanges<Row> &changes) { changes.insert(at, std::move(row)); });
    }
    template<Detail::RangeOf<Row> Rows>
    bool insert(int at, Rows &&rows)
    {
        return add(std::move(RowChanges<Row>().insert(at, std::forward<Rows>(rows))));
    }
    bool upsert(Row row, int at = -1)
    {
        return put([&](RowChanges<Row> &changes) { changes.upsert(std::move(row), at); });
    }
    template<Detail::RangeOf<Row> Rows>
    bool upsert(Rows &&rows, int at = -1)
    {
        return add(std::move(RowChanges<Row>().upsert(std::forward<Rows>(rows), at)));
    }
    template<typename Id>
    bool remove(Id &&id)
    {
        return add(std::move(RowChanges<Row>().remove(std::forward<Id>(id))));
    }
    bool setLimit(int limit)
    {
        return put([&](RowChanges<Row> &changes) { changes.setLimit(limit); });
    }
    bool reset()
    {
        return put([](RowChanges<Row> &changes) { changes.reset(); });
    }
    /// Puts all of \a changes, in order: none of another thread comes between them.
    bool add(RowChanges<Row> changes)
    {
        return put([&](RowChanges<Row> &waiting) { waiting.add(std::move(changes)); });
    }

    /// See TaskContext.
    bool isCanceled() const noexcept { return m_context.isCanceled(); }

private:
    template<typename Functor, typename R>
    friend class Detail::StreamOf;
    RowStream(TaskContext &context, Detail::RowBoxOf<Row> &box)
        : m_context(context)
        , m_box(box)
    {
    }
    Q_DISABLE_COPY_MOVE(RowStream)

    // The home thread waits for this lock: \a put only moves what is made already.
    template<typename Put>
    bool put(Put &&put)
    {
        {
            const std::unique_lock lock = m_context.lockForRows(m_box);
            if (!lock)
                return false;
            put(m_box.changes());
        }
        m_context.tellRows();
        return true;
    }

    TaskContext &m_context;
    Detail::RowBoxOf<Row> &m_box;
};

namespace Detail {

template<typename Functor, typename Row>
concept TakesRowStream = std::invocable<Functor &, RowStream<Row> &>;
template<typename Functor, typename Row>
concept TakesContextAndRowStream = std::invocable<Functor &, TaskContext &, RowStream<Row> &>;

template<typename Functor, typename Row>
    requires(TakesRowStream<Functor, Row> || TakesContextAndRowStream<Functor, Row>)
decltype(auto) callStream(Functor &functor, TaskContext &context, RowStream<Row> &rows)
{
    if constexpr (TakesContextAndRowStream<Functor, Row>)
        return functor(context, rows);
    else
        return functor(rows);
}

/// A coroutine is none: it would return at its first co_await, with its rows still to come.
template<typename Functor, typename Row>
concept ReturnsNothing = requires(Functor &functor, TaskContext &context, RowStream<Row> &rows) {
    { callStream(functor, context, rows) } -> std::same_as<void>;
};

/// A functor that streamAsync takes.
template<typename Functor, typename Row>
concept StreamFunctor = (TakesRowStream<std::decay_t<Functor>, Row> || TakesContextAndRowStream<std::decay_t<Functor>, Row>)
    && ReturnsNothing<std::decay_t<Functor>, Row>;

template<typename Functor, typename Row>
class StreamOf final : public Stream
{
public:
    template<typename F>
    StreamOf(const QString &name, F &&functor, const StreamOptions &options, std::shared_ptr<RowBoxOf<Row>> box)
        : Stream(name, options.task, box)
        , m_functor(std::forward<F>(functor))
        , m_rows(std::move(box))
        , m_reset(options.reset)
    {
    }

private:
    void call(TaskContext &context) override
    {
        RowStream<Row> rows(context, *m_rows);
        if (m_reset)
            rows.reset();
        callStream(*m_functor, context, rows);
    }
    void destroyFunctor() noexcept override { m_functor.reset(); }

    std::optional<Functor> m_functor;
    const std::shared_ptr<RowBoxOf<Row>> m_rows;
    const bool m_reset;
};

} // namespace Detail
} // namespace Aside
