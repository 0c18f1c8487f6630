// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "load.h"
#include "loadof.h"

#include "lifeline_p.h"
#include "scheduler_p.h"
#include "settings.h"
#include "store_p.h"
#include "tasktable_p.h"
#include "viewmodel.h"

#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Aside::Detail {

namespace {

AsyncResult resultOf(const ViewModel &viewModel, const QString &key)
{
    return viewModel.value(key).value<AsyncResult>(); // never asked, if it is something else
}

void checkLoad(const QStringList &keys, const LoadOptions &options)
{
    const QString name = keys.join(u", "_s);
    const auto refuseIf = [&name](bool wrong, const QString &why) {
        if (wrong)
            throw Error(u"load of ‘%1’: %2"_s.arg(name, why));
    };
    refuseIf(keys.isEmpty(), u"it has no keys"_s);
    const QSet<QString> distinct(keys.begin(), keys.end());
    refuseIf(distinct.size() != keys.size(), u"a key is there twice"_s);
    for (const QString &key : options.reset.keys())
        refuseIf(!distinct.contains(key), u"reset names ‘%1’, which is not loaded"_s.arg(key));
    refuseIf(options.task.policy != Policy::Supersede, u"loads supersede each other, and know no other policy"_s);
    refuseIf(options.task.throttle != 0ms, u"loads cannot be throttled"_s);
    refuseIf(options.task.debounce.edge == Edge::Leading, u"loads cannot be debounced by their leading edge"_s);
}

} // namespace

Assigns LoadKeys::landing(const ViewModel &viewModel, Assigns &&result) const
{
    QHash<QString, AsyncResult> loaded;
    const auto current = [&](const QString &key) {
        return loaded.contains(key) ? loaded.value(key) : resultOf(viewModel, key);
    };
    // Sets first, as in every commit.
    for (const bool updates : {false, true}) {
        for (const Assigns::Entry &entry : std::as_const(result)) {
            const QString &key = entry.key();
            if (entry.isUpdate() != updates)
                continue;
            if (!m_asked.contains(key))
                throw ContractError(u"load of ‘%1’: the functor returned ‘%2’, which it was not asked for"_s
                                        .arg(m_asked.join(u", "_s), key));
            const AsyncResult before = current(key);
            loaded.insert(key, before.toOk(updates ? entry.update()(key, before.value()) : entry.value()));
        }
    }
    Assigns changes;
    for (const QString &key : m_asked) {
        if (!loaded.contains(key))
            throw ContractError(u"load of ‘%1’: the functor returned no value for ‘%2’"_s.arg(m_asked.join(u", "_s), key));
        if (m_held.contains(key))
            changes.set(key, loaded.value(key));
    }
    return changes;
}

Assigns LoadKeys::failing(const ViewModel &viewModel, const Failure &failure) const
{
    Assigns changes;
    for (const QString &key : m_held)
        changes.set(key, resultOf(viewModel, key).toFailed(failure));
    return changes;
}

Assigns LoadKeys::canceling(const ViewModel &viewModel) const
{
    Assigns changes;
    for (const QString &key : m_held)
        changes.set(key, resultOf(viewModel, key).toCanceled());
    return changes;
}

Assigns LoadKeys::progressing(const ViewModel &viewModel, double progress, const QString &text) const
{
    Assigns changes;
    for (const QString &key : m_held)
        changes.set(key, resultOf(viewModel, key).withProgress(progress, text));
    return changes;
}

Load::~Load() = default;

Assigns Load::changes(ViewModel &viewModel)
{
    return m_keys.landing(viewModel, Run::changes(viewModel));
}

void Load::progressed(ViewModel &viewModel)
{
    TaskTable::of(viewModel).commitQuietly(m_keys.progressing(viewModel, progress(), progressText()));
}

void Load::settle(ViewModel &viewModel)
{
    TaskTable &table = TaskTable::of(viewModel);
    table.disown(*this);
    if (outcome() == Outcome::Failed)
        table.commitQuietly(m_keys.failing(viewModel, failure()));
    else if (outcome() != Outcome::Ok)
        table.commitQuietly(m_keys.canceling(viewModel));
}

RunPtr TaskTable::load(const QExplicitlySharedDataPointer<Load> &load, const LoadOptions &options)
{
    const QStringList keys = load->keys().asked();
    checkLoad(keys, options);
    if (!m_connected || !Scheduler::instance().isOpen())
        return {};
    Assigns loading;
    for (const QString &key : keys) {
        const AsyncResult before = resultOf(m_viewModel, key);
        QVariant begun = QVariant::fromValue(options.reset.covers(key) ? before.toFirstLoad() : before.toLoading());
        m_viewModel.m_store->check(key, begun);
        loading.set(key, std::move(begun));
    }

    std::vector<Load *> owners;
    std::vector<RunPtr> superseded;
    for (const QString &key : keys) {
        Load *const before = owners.emplace_back(m_loads.value(key));
        if (before) {
            before->keys().release(key);
            if (before->keys().held().isEmpty())
                superseded.emplace_back(before);
        }
        m_loads.insert(key, load.data());
    }
    const Lifeline life(m_anchor);
    try {
        m_viewModel.commit(std::move(loading));
    } catch (...) {
        // Nothing applies, and nobody was told who might have loaded them anew: all keys go back.
        for (qsizetype i = 0; i < keys.size(); ++i) {
            if (Load *const before = owners[size_t(i)]) {
                before->keys().hold(keys[i]);
                m_loads.insert(keys[i], before);
            } else {
                m_loads.remove(keys[i]);
            }
        }
        throw;
    }
    if (life.isCut())
        return {};
    // Who was told of it may have loaded the same keys.
    RunPtr started;
    if (!load->keys().held().isEmpty()) {
        started = start(RunPtr(load.data()));
        if (!started) { // a handler has disconnected the ViewModel
            disown(*load);
            commitQuietly(load->keys().canceling(m_viewModel));
        }
    }
    for (const RunPtr &run : superseded) {
        if (run->m_table && !life.isCut())
            drop(*run, Outcome::Superseded);
    }
    return started;
}

void TaskTable::cancelLoad(const QStringList &keys)
{
    std::vector<RunPtr> canceled;
    Assigns changes;
    for (const QString &key : keys) {
        Load *const owner = m_loads.take(key);
        if (!owner)
            continue;
        changes.set(key, resultOf(m_viewModel, key).toCanceled());
        owner->keys().release(key);
        if (owner->keys().held().isEmpty())
            canceled.emplace_back(owner);
    }
    const Lifeline life(m_anchor);
    commitQuietly(std::move(changes));
    if (!life.isCut())
        cancel(std::move(canceled));
}

void TaskTable::disown(Load &load)
{
    for (const QString &key : load.keys().held())
        m_loads.remove(key);
}

void TaskTable::commitQuietly(Assigns changes)
{
    if (!changes.isEmpty())
        Store::guarded(m_viewModel, [&] { m_viewModel.commit(std::move(changes)); });
}

} // namespace Aside::Detail
