// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "mailbox_p.h"

#include "gate_p.h"
#include "logging_p.h"
#include "scheduler_p.h"
#include "settings.h"
#include "tasktable_p.h"
#include "threadcheck_p.h"
#include "trace.h"
#include "tracer_p.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <utility>

namespace Aside::Detail {

namespace {

struct Inboxes
{
    std::mutex mutex;
    std::vector<Inbox *> all;
    std::vector<Inbox *> unused;
};

Inboxes &inboxes()
{
    static auto *const all = new Inboxes; // workers may outlive static destructors
    return *all;
}

// Kept until the thread ends, since it still names canceled runs when their ViewModels are gone.
thread_local std::shared_ptr<Mailbox> t_mailbox;

void leave()
{
    if (!Scheduler::instance().close())
        return;
    Scheduler::instance().setLeaving();
    if (const auto mailbox = t_mailbox)
        mailbox->cancelEverything();
    Inbox::callElsewhere(&Mailbox::cancelEverything);
    Scheduler::instance().shutDown();
    stopTrace();
}

void enter()
{
    Scheduler::instance().open();
    if (const QString trace = qEnvironmentVariable("ASIDE_TRACE"); !trace.isEmpty())
        startTrace(trace);
    QObject::connect(QCoreApplication::instance(), &QCoreApplication::aboutToQuit, &leave);
    // For applications that never call exec(), and so never see aboutToQuit.
    qAddPostRoutine([] {
        leave();
        // ViewModels that outlive this application keep theirs for the next one.
        if (t_mailbox.use_count() == 1)
            t_mailbox.reset();
    });
}

Q_COREAPP_STARTUP_FUNCTION(enter)

} // namespace

void discard(Parcel &parcel)
{
    if (parcel.kind == Parcel::Kind::Block) {
        // The ViewModel has left this inbox before, and so nobody waits for this one.
        const BlockPtr block(static_cast<Block *>(&parcel), QAdoptSharedDataTag());
    } else {
        const RunPtr run(&Run::of(parcel), QAdoptSharedDataTag());
    }
}

Inbox *Inbox::acquire(Mailbox *mailbox)
{
    Inbox *inbox = nullptr;
    {
        const std::lock_guard lock(inboxes().mutex);
        if (!inboxes().unused.empty()) {
            inbox = inboxes().unused.back();
            inboxes().unused.pop_back();
        }
    }
    if (!inbox) {
        inbox = new Inbox;
        const std::lock_guard lock(inboxes().mutex);
        inboxes().all.push_back(inbox);
    }
    const std::lock_guard lock(inbox->m_mutex);
    inbox->m_home = QThread::currentThreadId();
    inbox->m_mailbox = mailbox;
    return inbox;
}

void Inbox::release()
{
    std::vector<std::function<void(Mailbox &)>> dropped;
    {
        const std::lock_guard lock(m_mutex);
        m_mailbox = nullptr;
        dropped.swap(m_calls);
        m_wakePending.store(false);
        discardAll();
    }
    const std::lock_guard lock(inboxes().mutex);
    inboxes().unused.push_back(this);
}

void Inbox::push(Parcel &parcel)
{
    Parcel *newest = m_newest.load(std::memory_order_relaxed);
    do {
        parcel.next = newest;
    } while (!m_newest.compare_exchange_weak(newest, &parcel));
    wake();
}

void Inbox::wake()
{
    if (m_wakePending.load() || m_wakePending.exchange(true))
        return;
    const std::lock_guard lock(m_mutex);
    if (m_mailbox) {
        Q_EMIT m_mailbox->wakeUp();
    } else {
        m_wakePending.store(false);
        discardAll();
    }
}

void Inbox::call(std::function<void(Mailbox &)> function)
{
    const std::lock_guard lock(m_mutex);
    if (!m_mailbox)
        return;
    m_calls.push_back(std::move(function));
    if (m_calls.size() == 1)
        Q_EMIT m_mailbox->called();
}

std::vector<std::function<void(Mailbox &)>> Inbox::takeCalls()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_calls, {});
}

void Inbox::checkThread(const char *action) const
{
    if (!isHome())
        throwWrongThread(action);
}

void Inbox::callElsewhere(void (Mailbox::*function)())
{
    const std::lock_guard lock(inboxes().mutex);
    for (Inbox *const inbox : inboxes().all) {
        if (!inbox->isHome())
            inbox->call(function);
    }
}

void Inbox::discardAll()
{
    for (Parcel *parcel = takeAll(); parcel;)
        discard(*std::exchange(parcel, parcel->next));
}

Parcel *Inbox::takeAll()
{
    Parcel *newest = m_newest.exchange(nullptr);
    Parcel *oldest = nullptr;
    while (newest) {
        Parcel *const older = std::exchange(newest->next, oldest);
        oldest = std::exchange(newest, older);
    }
    return oldest;
}

Mailbox::Mailbox()
    : m_inbox(Inbox::acquire(this))
    , m_timers([this] { fire(); })
{
    connect(this, &Mailbox::wakeUp, this, &Mailbox::drain, Qt::QueuedConnection);
    connect(this, &Mailbox::called, this, &Mailbox::makeCalls, Qt::QueuedConnection);
    m_inbox->setAwake();
}

Mailbox::~Mailbox()
{
    while (Parcel *const parcel = next())
        discard(*parcel);
    m_inbox->release();
    m_news.tell();
}

std::shared_ptr<Mailbox> Mailbox::ofCurrentThread()
{
    if (!t_mailbox)
        t_mailbox.reset(new Mailbox);
    return t_mailbox;
}

void Mailbox::drain()
{
    const HomeSlice slice("drain");
    m_inbox->setAwake();
    const auto end = std::chrono::steady_clock::now() + frameBudget();
    m_drainEnd = end;
    int parcels = 0;
    ++m_draining;
    while (Parcel *const parcel = next()) {
        open(*parcel);
        ++parcels;
        if (std::chrono::steady_clock::now() >= end)
            break;
    }
    --m_draining;
    // Those in the inbox may have come before this drain began: their wake-up was this one.
    if (m_waiting || !m_inbox->isEmpty())
        m_inbox->wake();
    flush();
    Q_EMIT drained(parcels);
}

void Mailbox::makeCalls()
{
    for (const auto &function : m_inbox->takeCalls())
        function(*this);
}

void Mailbox::open(Parcel &parcel)
{
    if (parcel.kind == Parcel::Kind::Block) {
        const BlockPtr block(static_cast<Block *>(&parcel), QAdoptSharedDataTag());
        block->gate().open(block, m_inbox);
        return;
    }
    const RunPtr run(&Run::of(parcel), QAdoptSharedDataTag());
    switch (parcel.kind) {
    case Parcel::Kind::Note:
        run->m_noted.exchange(false); // reads what the worker wrote, and so sees what it did before
        if (run->m_table)
            run->m_table->takeNote(*run);
        break;
    case Parcel::Kind::Pending:
        run->watchFuture();
        break;
    case Parcel::Kind::Result:
        if (run->m_table)
            run->m_table->land(*run);
        else
            run->dropHeld();
        break;
    case Parcel::Kind::Block:
        break;
    }
}

void Mailbox::fire()
{
    const HomeSlice slice("timers");
    const auto end = std::chrono::steady_clock::now() + frameBudget();
    m_drainEnd = end;
    ++m_draining;
    while (const std::function<void()> call = m_timers.takeDue()) {
        call();
        if (std::chrono::steady_clock::now() >= end)
            break;
    }
    --m_draining;
    m_timers.arm();
    flush();
}

Parcel *Mailbox::next()
{
    if (!m_waiting)
        m_waiting = m_inbox->takeAll();
    Parcel *const first = m_waiting;
    if (first)
        m_waiting = first->next;
    return first;
}

void Mailbox::flush()
{
    // By index, since what a flush reaches may touch, destroy or flush others.
    while (m_flushed < m_touched.size()) {
        if (TaskTable *const table = m_touched[m_flushed++])
            table->flush();
    }
    m_touched.clear();
    m_flushed = 0;
    m_news.tell();
}

void Mailbox::add(TaskTable &table)
{
    table.m_place = m_tables.size();
    m_tables.push_back(&table);
}

void Mailbox::remove(TaskTable &table)
{
    m_tables.back()->m_place = table.m_place;
    m_tables[table.m_place] = m_tables.back();
    m_tables.pop_back();
    if (table.m_touched)
        std::replace(m_touched.begin(), m_touched.end(), &table, static_cast<TaskTable *>(nullptr));
}

void Mailbox::touch(TaskTable &table)
{
    if (table.m_touched)
        return;
    table.m_touched = true;
    m_touched.push_back(&table);
    if (!isDraining())
        m_inbox->wake();
}

void Mailbox::stop(const RunPtr &run)
{
    if (run->cancel())
        Scheduler::instance().lane(run->lane()).countCanceled();
    if (run->phase() != Run::Phase::Running)
        return;
    if (m_canceled.size() >= m_sweepAt) {
        std::erase_if(m_canceled, [](const Canceled &canceled) { return canceled.run->phase() == Run::Phase::Done; });
        m_sweepAt = std::max<size_t>(64, 2 * m_canceled.size());
    }
    m_canceled.push_back({run, Clock::now() + cancelGrace()});
    if (m_stubbornTimer.number == 0 || m_stubbornTimer.when > m_canceled.back().deadline)
        watchStubborn(m_canceled.back().deadline);
}

void Mailbox::watchStubborn(Clock::Time deadline)
{
    m_timers.remove(m_stubbornTimer);
    m_stubbornTimer = m_timers.add(deadline, [this] { nameTheStubborn(); });
}

void Mailbox::nameTheStubborn()
{
    const auto now = Clock::now();
    std::erase_if(m_canceled, [now](const Canceled &canceled) {
        if (canceled.run->phase() == Run::Phase::Done)
            return true;
        if (canceled.deadline > now)
            return false;
        qCWarning(lcTask).nospace() << "task " << canceled.run->name() << " still runs "
                                    << cancelGrace().count()
                                    << " ms after it was canceled: ask context.isCanceled() more often";
        return true;
    });
    m_stubbornTimer = {};
    if (m_canceled.empty())
        return;
    const auto first = std::min_element(m_canceled.begin(), m_canceled.end(),
                                        [](const Canceled &a, const Canceled &b) { return a.deadline < b.deadline; });
    watchStubborn(first->deadline);
}

void Mailbox::cancelEverything()
{
    const auto tables = m_tables;
    for (TaskTable *const table : tables) {
        // What a cancellation is told to may destroy others.
        if (std::find(m_tables.begin(), m_tables.end(), table) != m_tables.end())
            table->quit();
    }
    if (!isDraining())
        m_news.tell();
}

News &Mailbox::news()
{
    if (!isDraining())
        m_inbox->wake();
    return m_news;
}

void Mailbox::recordEverywhere()
{
    if (t_mailbox)
        t_mailbox->record();
    Inbox::callElsewhere(&Mailbox::record);
}

void Mailbox::record()
{
    for (TaskTable *const table : m_tables)
        table->record();
}

} // namespace Aside::Detail
