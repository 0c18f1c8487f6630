// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "store_p.h"

#include "assignsmirror.h"
#include "logging_p.h"
#include "reservedkeys_p.h"
#include "snapshot_p.h"
#include "tasktable_p.h"

#include <QMetaMethod>

#include <algorithm>
#include <numeric>
#include <utility>

using namespace Qt::StringLiterals;

namespace Aside::Detail {

AssignsMirror::~AssignsMirror() = default;

void AssignsMirror::install(ViewModel &viewModel, AssignsMirror *mirror)
{
    viewModel.m_store->setMirror(mirror);
}

/// Lets no commit begin within another.
class Store::Committing
{
public:
    explicit Committing(Store &store)
        : m_committing(store.m_committing)
    {
        if (m_committing)
            throw ImmutableStateError(u"state cannot be changed from an update functor, a comparison or a "
                                      "computed assign: they run within a commit"_s);
        m_committing = true;
    }
    ~Committing() { m_committing = false; }
    Q_DISABLE_COPY_MOVE(Committing)

private:
    bool &m_committing;
};

/// What is staged, taken back whole unless it is kept.
class Store::Transaction
{
public:
    explicit Transaction(Store &store)
        : m_store(store)
        , m_oldSlots(store.m_slots.size())
    {
    }
    ~Transaction()
    {
        if (!m_kept)
            rollBack();
        for (const Change &change : m_store.m_staged)
            m_store.m_slots[size_t(change.slot)].staged = -1;
        if (!m_kept) {
            m_store.m_index.removeFrom(int(m_oldSlots), m_store.keyOf());
            m_store.m_slots.erase(m_store.m_slots.begin() + qsizetype(m_oldSlots), m_store.m_slots.end());
        }
        m_store.m_staged.clear();
    }
    Q_DISABLE_COPY_MOVE(Transaction)

    void applied() { ++m_applied; }
    void keep() { m_kept = true; }

private:
    void rollBack()
    {
        // A computed assign may have taken one of what is taken back now.
        if (m_applied > 0)
            m_store.m_snapshot.reset();
        while (m_applied > 0)
            m_store.exchange(m_store.m_staged[--m_applied]);
    }

    Store &m_store;
    const size_t m_oldSlots;
    size_t m_applied = 0;
    bool m_kept = false;
};

Store::Store(ViewModel &viewModel)
    : m_viewModel(viewModel)
{
}

void Store::declare(AssignBase &assign)
{
    const int index = slotFor(assign.key());
    Slot &slot = m_slots[size_t(index)];
    if (slot.declared)
        throw AssignError(assign.key(), u"‘%1’ is declared twice"_s.arg(assign.key()));
    slot.declared = &assign;
    slot.value.clear();
    if (!std::exchange(slot.present, true))
        m_present.push_back(index);
    m_snapshot.reset();
}

void Store::declareComputed(AssignBase &assign, const QStringList &dependencies)
{
    declare(assign);
    ComputedSlot computed{slotFor(assign.key()), {}};
    for (const ComputedSlot &earlier : m_computed) {
        if (std::find(earlier.dependencies.begin(), earlier.dependencies.end(), computed.slot)
            != earlier.dependencies.end()) {
            throw AssignError(assign.key(), u"‘%1’ is computed after ‘%2’, which reads it: declare it above"_s
                                                .arg(assign.key(), m_slots[size_t(earlier.slot)].key));
        }
    }
    for (const QString &key : dependencies) {
        computed.dependencies.push_back(slotFor(key));
        m_slots[size_t(computed.dependencies.back())].isRead = true;
    }
    m_slots[size_t(computed.slot)].computed = true;
    m_computed.push_back(std::move(computed));
}

bool Store::contains(const QString &key) const
{
    const int slot = find(key);
    return slot >= 0 && m_slots[size_t(slot)].present;
}

QVariant Store::value(const QString &key) const
{
    const int slot = find(key);
    return slot >= 0 ? current(m_slots[size_t(slot)]) : QVariant();
}

QStringList Store::keys() const
{
    QStringList keys;
    keys.reserve(qsizetype(m_present.size()));
    for (const int slot : m_present)
        keys.append(m_slots[size_t(slot)].key);
    return keys;
}

Snapshot Store::snapshot() const
{
    if (!m_snapshot) {
        auto data = std::make_shared<Snapshot::Data>();
        data->index = m_index;
        data->order = m_present;
        data->entries.reserve(m_slots.size());
        for (const Slot &slot : m_slots)
            data->entries.push_back(slot.present ? Snapshot::Data::Entry{slot.key, current(slot)}
                                                 : Snapshot::Data::Entry{});
        m_snapshot = std::move(data);
    }
    return Snapshot(m_snapshot);
}

void Store::commit(Assigns &&changes)
{
    bool changed = false;
    {
        const Committing committing(*this);
        const int single = changes.size() == 1 ? find(changes.begin()->key()) : -1;
        changed = single >= 0 && isPlain(m_slots[size_t(single)]) ? commitOne(single, *changes.begin())
                                                                  : commitAll(changes);
    }
    if (!changed)
        return;
    if (m_viewModel.m_tasks->isDraining())
        m_viewModel.m_tasks->touch();
    else
        flush();
}

void Store::check(const QString &key, QVariant &value) const
{
    const int slot = find(key);
    if (slot >= 0)
        fit(m_slots[size_t(slot)], value);
    else
        checkKey(key);
}

void Store::throwAbsent(const QString &key)
{
    throw AssignError(key, u"cannot update ‘%1’: there is no such key"_s.arg(key));
}

bool Store::isPlain(const Slot &slot)
{
    return slot.present && !slot.isRead;
}

bool Store::commitOne(int index, Assigns::Entry &entry)
{
    Slot &slot = m_slots[size_t(index)];
    QVariant value = entry.isUpdate() ? entry.update()(slot.key, current(slot)) : std::move(entry.value());
    fit(slot, value);
    if (sameValue(current(slot), value))
        return false;
    place(slot).swap(value);
    m_snapshot.reset();
    markDirty(index);
    return true;
}

bool Store::commitAll(Assigns &changes)
{
    Transaction transaction(*this);
    for (Assigns::Entry &entry : changes) {
        if (!entry.isUpdate())
            stageSet(entry.key(), std::move(entry.value()));
    }
    for (const Assigns::Entry &entry : std::as_const(changes)) {
        if (entry.isUpdate())
            stageUpdate(entry.key(), entry.update());
    }
    // Comparing may call into users' types: it comes before anything is applied.
    std::erase_if(m_staged, [this](const Change &change) {
        const bool unchanged = isUnchanged(change);
        if (unchanged)
            m_slots[size_t(change.slot)].staged = -1;
        return unchanged;
    });
    if (m_staged.empty())
        return false;
    m_snapshot.reset(); // a computed assign may take one, of the new values
    for (Change &change : m_staged) {
        exchange(change);
        transaction.applied();
    }
    if (!m_computed.empty())
        recompute(transaction);
    transaction.keep();
    for (const Change &change : m_staged) {
        if (!change.present) {
            m_present.push_back(change.slot);
            m_keysChanged = true;
        }
        markDirty(change.slot);
    }
    m_snapshot.reset();
    return true;
}

void Store::markDirty(int slot)
{
    if (!std::exchange(m_slots[size_t(slot)].dirty, true))
        m_dirty.push_back(slot);
}

int Store::slotFor(const QString &key)
{
    const int known = find(key);
    if (known >= 0)
        return known;
    checkKey(key);
    // Most ViewModels have few, declared one by one: doubling would leave much of it unused.
    if (m_slots.size() == m_slots.capacity() && m_slots.size() < 16)
        m_slots.reserve(m_slots.size() + 2);
    m_slots.emplace_back().key = key;
    m_index.add(keyOf());
    return int(m_slots.size()) - 1;
}

void Store::stageSet(const QString &key, QVariant value)
{
    const int slot = slotFor(key);
    stage(slot, std::move(value));
}

void Store::stageUpdate(const QString &key, const Update &update)
{
    const int slot = find(key);
    if (slot < 0 || !(m_slots[size_t(slot)].present || m_slots[size_t(slot)].staged >= 0))
        throwAbsent(key);
    const int staged = m_slots[size_t(slot)].staged;
    stage(slot, update(key, staged >= 0 ? m_staged[size_t(staged)].value : current(m_slots[size_t(slot)])));
}

void Store::fit(const Slot &slot, QVariant &value)
{
    if (slot.computed)
        throw AssignError(slot.key, u"cannot assign ‘%1’: it is computed"_s.arg(slot.key));
    if (slot.declared) {
        const QMetaType type = slot.declared->m_type;
        if (type != QMetaType::fromType<QVariant>() && !convertTo(type, value))
            throwCannotHold(slot.key, type, value);
    }
}

void Store::stage(int index, QVariant value)
{
    Slot &slot = m_slots[size_t(index)];
    fit(slot, value);
    if (slot.staged >= 0) {
        m_staged[size_t(slot.staged)].value = std::move(value);
    } else {
        slot.staged = int(m_staged.size());
        m_staged.push_back({index, std::move(value)});
    }
}

bool Store::isUnchanged(const Change &change) const
{
    const Slot &slot = m_slots[size_t(change.slot)];
    return slot.present && sameValue(current(slot), change.value);
}

void Store::exchange(Change &change)
{
    Slot &slot = m_slots[size_t(change.slot)];
    place(slot).swap(change.value);
    std::swap(slot.present, change.present);
}

void Store::recompute(Transaction &transaction)
{
    for (const ComputedSlot &computed : m_computed) {
        const bool affected = std::any_of(computed.dependencies.begin(), computed.dependencies.end(),
                                          [this](int slot) { return m_slots[size_t(slot)].staged >= 0; });
        if (!affected)
            continue;
        Change change{computed.slot, m_slots[size_t(computed.slot)].declared->compute()};
        if (isUnchanged(change))
            continue;
        m_slots[size_t(computed.slot)].staged = int(m_staged.size());
        m_staged.push_back(std::move(change));
        exchange(m_staged.back());
        transaction.applied();
    }
}

QVariant &Store::place(Slot &slot)
{
    return slot.declared ? slot.declared->m_value : slot.value;
}

const QVariant &Store::current(const Slot &slot)
{
    return slot.declared ? slot.declared->m_value : slot.value;
}

void Store::flush()
{
    if (m_dirty.empty())
        return;
    const QVarLengthArray<int, 16> dirty(m_dirty.begin(), m_dirty.end());
    m_dirty.clear();
    const unsigned self = ++m_flushes;
    for (const int slot : dirty) {
        m_slots[size_t(slot)].dirty = false;
        m_slots[size_t(slot)].flush = self;
    }
    if (m_mirror)
        fillMirror(dirty);

    const Lifeline life(m_anchor);
    if (std::exchange(m_keysChanged, false))
        guarded(m_viewModel, [this] { Q_EMIT m_viewModel.keysChanged(); });
    for (const int slot : dirty) {
        if (life.isCut())
            return;
        // A commit within a handler may have told of it already, with a newer value.
        if (m_slots[size_t(slot)].flush == self)
            notify(slot);
    }
    static const auto signal = QMetaMethod::fromSignal(&ViewModel::assignsChanged);
    if (!life.isCut() && m_viewModel.isSignalConnected(signal)) {
        QStringList keys;
        keys.reserve(dirty.size());
        for (const int slot : dirty)
            keys.append(m_slots[size_t(slot)].key);
        guarded(m_viewModel, [&] { Q_EMIT m_viewModel.assignsChanged(keys); });
    }
}

void Store::notify(int index)
{
    m_slots[size_t(index)].flush = 0;
    // Handlers may create keys, and so move the slots: hold what is needed.
    const QString key = m_slots[size_t(index)].key;
    const AssignBase *const declared = m_slots[size_t(index)].declared;
    const Lifeline life(m_anchor);
    if (declared)
        guarded(m_viewModel, [&] { declared->m_notifier(&m_viewModel); });
    else if (m_mirror)
        guarded(m_viewModel, [&] { m_mirror->notify(key); });
    if (!life.isCut())
        guarded(m_viewModel, [&] { Q_EMIT m_viewModel.assigned(key); });
}

template<typename Slots>
void Store::fillMirror(const Slots &slots)
{
    QVariantHash created;
    for (const int index : slots) {
        Slot &slot = m_slots[size_t(index)];
        if (slot.declared || !slot.present)
            continue;
        if (std::exchange(slot.mirrored, true))
            m_mirror->write(slot.key, slot.value);
        else
            created.insert(slot.key, slot.value);
    }
    if (!created.isEmpty())
        m_mirror->create(created);
}

void Store::setMirror(AssignsMirror *mirror)
{
    m_mirror = mirror;
    std::vector<int> all(m_slots.size());
    std::iota(all.begin(), all.end(), 0);
    for (Slot &slot : m_slots)
        slot.mirrored = false;
    if (m_mirror)
        fillMirror(all);
}

void Store::reportHandler(ViewModel *viewModel) noexcept
{
    const Failure failure = Failure::fromCurrentException(Failure::Kind::Handler);
    qCWarning(lcStore).nospace() << "a handler threw: " << qUtf8Printable(failure.message());
    if (!viewModel)
        return;
    try {
        Q_EMIT viewModel->handlerFailed(failure);
    } catch (...) {
        qCWarning(lcStore) << "a handler of handlerFailed() threw, too";
    }
}

} // namespace Aside::Detail
