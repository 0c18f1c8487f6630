// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assign.h>
#include <aside/assigns.h>
#include <aside/failure.h>
#include <aside/gather.h>
#include <aside/load.h>
#include <aside/loadof.h>
#include <aside/runof.h>
#include <aside/scriptable.h>
#include <aside/snapshot.h>
#include <aside/statetoken.h>
#include <aside/stream.h>
#include <aside/task.h>
#include <aside/taskcontext.h>
#include <aside/taskinfo.h>

#include <concepts>
#include <initializer_list>
#include <memory>

namespace Aside {

class TaskObserver;

namespace Detail {
class AssignsMirror;
class Mailbox;
class Store;
class TaskTable;
}

/// A keyed store of values ("assigns", after Phoenix LiveView's socket assigns) that views bind to,
/// and the tasks that fill it.
///
/// A key is declared (one line in a subclass: ASIDE_ASSIGN) or dynamic (it comes to be by its first
/// assign; QML reads it as `vm.assigns.key`); all else is alike. Every change is a commit: all or
/// nothing, with every value in place before the first notification. Equal values change nothing; a
/// dynamic value also needs the same type to be equal, except for numbers that are the same number. A
/// type without `==` is never equal, unless it shares its bytes.
///
/// A commit tells: keysChanged() if a key is new; then each key that changed, once, in the order of the
/// commit, by its own NOTIFY signal and by assigned(); then assignsChanged(). A handler may assign: that
/// is a commit of its own, told before assign() returns. If it changes a key that the outer commit has
/// yet to tell of, the inner one tells of it, and the outer one does not again. A handler may destroy the
/// ViewModel, too.
///
/// Only the thread that the ViewModel lives on may use it; on any other, the functions that touch
/// state throw ImmutableStateError. It may be moved to another thread only while it runs no task.
///
/// \code
/// class Library : public Aside::ViewModel
/// {
///     Q_OBJECT
///     ASIDE_ASSIGN(QStringList, books)
/// public:
///     void load(const QString &path)
///     {
///         assignAsync(u"load"_s, [path] { return Assigns{{u"books"_s, readBooks(path)}}; });
///     }
/// };
/// \endcode
class ASIDE_EXPORT ViewModel : public Aside::Scriptable
{
    Q_OBJECT
    /// False starts no work: for previews, printing and tests. What runs already goes on.
    Q_PROPERTY(bool connected READ isConnected WRITE setConnected NOTIFY connectedChanged FINAL)

public:
    explicit ViewModel(QObject *parent = nullptr);
    /// Cancels the runs (see OnDestroyed) and drops their results. Waits for nobody.
    ~ViewModel() override;

    // State

    /// Sets one key. Throws AssignError if the key is refused (it is empty, `_async`, or would hide a
    /// member; or it is computed) or cannot hold the value, ImmutableStateError inside of an update
    /// functor or of the expression of a computed assign.
    ///
    /// \code
    /// library.assign(u"title"_s, u"Tides"_s);
    /// library.assign({{u"first"_s, 1}, {u"second"_s, 2}}); // one commit
    /// library.assignNew(u"shelves"_s, countShelves);
    /// library.update(u"first"_s, [](int n) { return n + 1; });
    /// const int first = library.value<int>(u"first"_s);
    /// \endcode
    template<typename T>
    void assign(const QString &key, T &&value)
    {
        assign(std::move(Assigns().set(key, std::forward<T>(value))));
    }
    /// Applies all of \a changes as one commit, or nothing. What an update functor throws comes out here.
    void assign(Assigns changes);
    void assign(std::initializer_list<Assigns::Entry> changes) { assign(Assigns(changes)); }
    /// Sets \a key to what \a factory returns, if it is absent; otherwise the factory does not run.
    template<std::invocable Factory>
    void assignNew(const QString &key, Factory &&factory)
    {
        if (!contains(key))
            assign(key, std::forward<Factory>(factory)());
    }
    /// Changes \a key by a functor; see Aside::update. Throws AssignError if the key is absent.
    template<typename Functor>
    void update(const QString &key, Functor functor)
    {
        assign(std::move(Assigns().update(key, std::move(functor))));
    }
    /// The same as Aside::update, which this class's own update() hides in subclasses.
    template<typename Functor>
    static Update update(Functor functor)
    {
        return Aside::update(std::move(functor));
    }

    /// An invalid QVariant where there is no such key. `_async` gives the live tasks.
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
    /// In the order in which the keys came to be.
    QStringList keys() const;
    /// All assigns as they are now, for any thread. The first after a change costs a copy of every value's
    /// handle, each further one nothing.
    Snapshot snapshot() const;
    /// Names this ViewModel for any thread, and for ever: see modifyState().
    StateToken token();

    // Tasks

    /// Starts a run of the task \a name and returns at once. The functor runs on a worker thread; it
    /// takes nothing or a TaskContext &, and returns the Assigns that become one commit here. Give it
    /// what it needs by value; it must not use the ViewModel.
    ///
    /// It may return a QFuture<Assigns> instead: of a network reply, a process, a timer. The run holds no
    /// thread while it waits for that; canceling it cancels the future. Whoever finishes the future may
    /// use what the functor holds, so a canceled run keeps its functor until then: one that owns the
    /// promise of its own future, and never finishes it, is kept for as long as that promise lives. With
    /// coroutines.h, it may also be a coroutine.
    ///
    /// A run of that name that has not ended yet is superseded: canceled, and nothing of it lands; see
    /// TaskOptions for other ways. Whatever the functor throws becomes a Failure, told by taskFailed().
    /// Nothing starts, and the handle is invalid, while disconnected and once the application is leaving.
    /// Throws Error if \a options make no sense.
    ///
    /// \code
    /// vm.assignAsync(u"count"_s, [text] { return Assigns{{u"words"_s, text.split(u' ').size()}}; });
    /// vm.assignAsync(u"fetch"_s, [url] { return get(url); }, {.timeout = 10s}); // a QFuture<Assigns>
    /// \endcode
    template<Detail::AssignsFunctor Functor>
    Task assignAsync(const QString &name, Functor &&functor, const TaskOptions &options = {})
    {
        return start(new Detail::AssignRun<std::decay_t<Functor>>(name, std::forward<Functor>(functor), options));
    }
    /// Starts a run whose functor may return anything, and has \a handler called once with how it ended:
    /// on this thread, after views were told, whatever the outcome. It is not called if the ViewModel is
    /// destroyed before. What the handler throws is told by handlerFailed(). All else is as it is with
    /// assignAsync (after LiveView's start_async).
    ///
    /// \code
    /// vm.startAsync(u"login"_s, logIn, [this](const TaskResult<Session> &result) { m_loggedIn = result.isOk(); });
    /// \endcode
    template<Detail::TaskFunctor Functor, std::invocable<TaskResult<Detail::ResultOf<Functor>>> Handler>
    Task startAsync(const QString &name, Functor &&functor, Handler &&handler, const TaskOptions &options = {})
    {
        using Run = Detail::StartRun<std::decay_t<Functor>, std::decay_t<Handler>>;
        return start(new Run(name, std::forward<Functor>(functor), std::forward<Handler>(handler), options));
    }
    /// Loads \a keys: each becomes an AsyncResult, which says how far the load has got, and keeps its
    /// old value meanwhile (after LiveView's assign_async). The functor returns a value for each of the
    /// keys, which become one commit; what it throws becomes the failure of each. A value that is missing,
    /// or one for another key, fails the load (Failure::Kind::Contract) and touches nothing else.
    ///
    /// Each key has its own load: one that is loaded again is taken over by the new load, and a load
    /// without keys left is superseded. The name of the task is the keys, joined by ", ". Throws AssignError
    /// if a key cannot hold an AsyncResult, and Error if \a options make no sense; nothing changes then.
    ///
    /// \code
    /// vm.loadAsync({u"org"_s, u"rank"_s}, [id] { return Assigns{{u"org"_s, orgOf(id)}, {u"rank"_s, rankOf(id)}}; });
    /// vm.loadAsync(u"org"_s, [id] { return orgOf(id); }, {.reset = true});
    /// \endcode
    template<Detail::LoadFunctor Functor>
    Task loadAsync(const QStringList &keys, Functor &&functor, const LoadOptions &options = {})
    {
        return startLoad(new Detail::LoadOf<std::decay_t<Functor>>(keys, std::forward<Functor>(functor), options.task), options);
    }
    /// Of one key: the functor may return the value itself.
    template<Detail::ValueFunctor Functor>
    Task loadAsync(const QString &key, Functor &&functor, const LoadOptions &options = {})
    {
        return startLoad(new Detail::LoadOf<std::decay_t<Functor>>({key}, std::forward<Functor>(functor), options.task), options);
    }
    /// Cancels the loads of \a keys, key by key: each keeps its own value, and the other keys of a load go
    /// on. A load without keys left is canceled. A key that is not loading stays as it is.
    void cancelLoad(const QStringList &keys);

    /// Starts a run that goes on for long, and talks to the state meanwhile: by blocks
    /// (TaskContext::modify), posts, and reads that may be stale (after Reflex's background tasks). The
    /// functor takes a TaskContext & and returns nothing. Several runs of a name go on side by side,
    /// unless \a options say otherwise: `{.policy = Policy::Drop}`; your own state is the other guard.
    ///
    /// \code
    /// vm.background(u"count"_s, [](TaskContext &context) {
    ///     while (context.sleep(500ms))
    ///         context.modify([](LiveState &state) { state.update(u"count"_s, [](int n) { return n + 1; }); });
    /// });
    /// \endcode
    template<Detail::BackgroundFunctor Functor>
    Task background(const QString &name, Functor &&functor, const TaskOptions &options = {.policy = Policy::Parallel})
    {
        return start(new Detail::BackgroundRun<std::decay_t<Functor>>(name, std::forward<Functor>(functor), options));
    }
    /// Starts a run whose functor puts rows into \a model as they come (after LiveView's stream_async). It
    /// takes a RowStream<Row> &, a TaskContext & before it if it likes, and returns nothing; it is no
    /// coroutine. Rows arrive in order, in slices within the frame budget; the run ends once all have.
    ///
    /// The model's status is loading from here on until the last stream into it has ended, and tells then
    /// how that one has: ok, with the number of rows; failed; or canceled. Rows that the functor put
    /// before it failed arrive and stay, also those of an attempt that is retried, which puts them again:
    /// ids, or StreamOptions::reset, keep them from being there twice. Of a run that is superseded,
    /// canceled or timed out, nothing arrives any more, and what has stays.
    ///
    /// The model lives on this thread, too (or this throws Error). If it is destroyed, the run is canceled;
    /// if it is moved to another thread, the run fails before. If the ViewModel is destroyed, the model
    /// stays as it is, canceled. All else is as it is with assignAsync.
    ///
    /// \code
    /// vm.streamAsync(u"list"_s, files, [folder](RowStream<File> &rows) {
    ///     for (QDirIterator it(folder, QDir::Files); it.hasNext();) {
    ///         it.next();
    ///         if (!rows.append(File{it.filePath(), it.fileInfo().size()}))
    ///             return; // canceled
    ///     }
    /// }, {.reset = true});
    /// \endcode
    template<typename Row, Detail::StreamFunctor<Row> Functor>
    Task streamAsync(const QString &name, StreamModelOf<Row> &model, Functor &&functor, const StreamOptions &options = {})
    {
        auto box = std::make_shared<Detail::RowBoxOf<Row>>(model);
        using Stream = Detail::StreamOf<std::decay_t<Functor>, Row>;
        return startStream(new Stream(name, std::forward<Functor>(functor), options, std::move(box)));
    }
    /// Cancels the runs of that name: the queued never start, the running see isCanceled(), and what
    /// they return is dropped.
    void cancelAsync(const QString &name);
    /// Cancels the runs of every name.
    void cancelAll();
    /// What there is to see of the tasks of that name: there before the first run, and kept. Owned here.
    TaskObserver *task(const QString &name);

    bool isConnected() const;
    void setConnected(bool connected);

Q_SIGNALS:
    /// One key has a new value; every value of its commit is in place.
    void assigned(const QString &key);
    /// Once a commit (or once for all that came home together), after the last assigned().
    void assignsChanged(const QStringList &keys);
    void connectedChanged();

    /// Somebody has to be connected before a run starts to hear of its start and progress.
    void taskStarted(const QString &name);
    /// Each change of it that a run told, or the latest where several came home at once; none that came
    /// home together with its end, which taskEnded() tells, too.
    void taskProgressed(const QString &name, double fraction, const QString &text);
    void taskFailed(const QString &name, const Aside::Failure &failure);
    /// Once a run, after its values were notified and after taskFailed().
    void taskFinished(const QString &name, Aside::Outcome outcome);
    /// The same in full, after taskFinished(): times, too, if somebody was connected when the run started.
    void taskEnded(const Aside::TaskInfo &task);
    /// A slot or a handler threw while it was told of a change. The change stands, and all other
    /// signals go out; of the same signal, slots that were connected later miss that one emission.
    void handlerFailed(const Aside::Failure &failure);

protected:
    bool event(QEvent *event) override;
    void connectNotify(const QMetaMethod &signal) override;

private:
    friend class Scriptable;
    friend class LiveState;
    friend class Detail::AssignBase;
    friend class Detail::AssignsMirror;
    friend class Detail::Gate;
    friend class Detail::Mailbox;
    friend class Detail::Store;
    friend class Detail::TaskTable;

    Task start(Detail::Run *run);
    Task startStream(Detail::Stream *stream);
    Task startLoad(Detail::Load *load, const LoadOptions &options);
    void checkThread(const char *action) const;
    QObject *assignsObject();
    /// The one way in which state changes.
    void commit(Assigns &&changes);

    QObject *m_assigns = nullptr; // a child
    std::unique_ptr<Detail::Store> m_store;
    std::unique_ptr<Detail::TaskTable> m_tasks;
};

} // namespace Aside
