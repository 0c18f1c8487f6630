// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assigns.h>
#include <aside/blockcall.h>
#include <aside/convert.h>
#include <aside/export.h>
#include <aside/livestate.h>

#include <QString>

#include <chrono>
#include <concepts>
#include <exception>
#include <mutex>

namespace Aside {

template<typename Row>
class RowStream;

namespace Detail {
class RowBox;
class Run;
template<typename... Functors>
class GatherCall;
}

/// Thrown by TaskContext::throwIfCanceled(), for functors that unwind by exception. What a canceled
/// run throws is dropped with it.
class ASIDE_EXPORT Canceled : public std::exception
{
public:
    ~Canceled() override;
    const char *what() const noexcept override;
};

/// What a functor may do from its worker. Any thread while the functor runs; it must not be kept
/// beyond that.
///
/// \code
/// vm.assignAsync(u"sum"_s, [files](TaskContext &context) {
///     qint64 bytes = 0;
///     for (qsizetype i = 0; i < files.size() && !context.isCanceled(); ++i) {
///         bytes += QFileInfo(files[i]).size();
///         context.setProgress(double(i) / double(files.size()));
///     }
///     return Assigns{{u"bytes"_s, bytes}};
/// });
/// \endcode
class ASIDE_EXPORT TaskContext
{
public:
    QString name() const;

    /// Whether the run was canceled or superseded, its ViewModel died (unless OnDestroyed::Detach),
    /// or the application is leaving. Cheap: ask in every iteration.
    bool isCanceled() const noexcept;
    /// Throws Canceled if so.
    void throwIfCanceled() const;

    /// Waits without holding a thread of the pool. Returns false, at once, when the run is canceled.
    /// Returns at once, too, where tasks run synchronously (setAsync(false)).
    bool sleep(std::chrono::nanoseconds duration);

    /// Tells how far the run has got: \a fraction is between 0 and 1, anything else means unknown;
    /// \a text says what it does, none if it is empty. Views see the latest; telling often costs little.
    void setProgress(double fraction, const QString &text = {});

    /// Commits a partial result while the run goes on, and returns without waiting for it. Posts that
    /// come faster than the home thread takes them are merged: of the sets of a key the last one
    /// lands, and updates all run. A producer that is too fast waits here. Nothing lands once the run
    /// is canceled or superseded. A post that the store refuses fails the run, and those that were
    /// merged with it are refused with it.
    void post(Assigns changes);

    /// Runs \a block, which takes a LiveState &, on the home thread with the newest state, alone, and
    /// returns what it returns. What it assigns is one commit; if it throws, nothing applies, and the
    /// exception comes out here. What this run has posted before has landed by then.
    ///
    /// This waits without holding a thread of the pool; the home thread waits for nobody. Throws
    /// StateGoneError if the ViewModel is gone, Canceled if the run is canceled before the block is
    /// called, ImmutableStateError inside of another block of the same ViewModel.
    ///
    /// \code
    /// const int left = context.modify([](LiveState &state) {
    ///     state.update(u"count"_s, [](int n) { return n + 1; });
    ///     return state.value<int>(u"maximum"_s) - state.value<int>(u"count"_s);
    /// });
    /// \endcode
    template<std::invocable<LiveState &> Block>
    auto modify(Block &&block)
    {
        return Detail::returnOf(block, [this](Detail::BlockCall call) { runBlock(call); });
    }

    /// The state as it was after the latest block of this run, or at the start of a background run: it
    /// may be stale. It has no keys before the first block of other runs.
    QVariant value(const QString &key) const;
    /// As a T; \a fallback where there is no such key, or no valid value. Throws AssignError if T cannot
    /// hold it.
    template<typename T>
    T value(const QString &key, const T &fallback = T()) const
    {
        const QVariant found = value(key);
        return found.isValid() ? Detail::held<T>(key, found) : fallback;
    }
    bool contains(const QString &key) const;

private:
    friend class Detail::Run;
    template<typename... Functors>
    friend class Detail::GatherCall;
    template<typename Row>
    friend class RowStream;
    void runBlock(Detail::BlockCall call);
    std::unique_lock<std::mutex> lockForRows(const Detail::RowBox &box);
    void tellRows();
    explicit TaskContext(Detail::Run &run) : m_run(run) { }
    Q_DISABLE_COPY_MOVE(TaskContext)

    Detail::Run &m_run;
};

} // namespace Aside
