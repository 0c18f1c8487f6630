// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include "assign.h"
#include "assigns.h"
#include "failure.h"
#include "keyindex_p.h"
#include "lifeline_p.h"
#include "snapshot.h"
#include "viewmodel.h"

#include <QString>
#include <QVariant>

#include <functional>
#include <vector>

namespace Aside::Detail {

class AssignsMirror;

/// The assigns of one ViewModel, declared and dynamic, and their notifications. Home thread; the
/// ViewModel checks that.
class Store
{
public:
    explicit Store(ViewModel &viewModel);
    ~Store() = default;
    Q_DISABLE_COPY_MOVE(Store)

    void declare(AssignBase &assign);
    void declareComputed(AssignBase &assign, const QStringList &dependencies);

    bool contains(const QString &key) const;
    QVariant value(const QString &key) const;
    QStringList keys() const;
    Snapshot snapshot() const;

    /// Makes \a value one that the key would hold; throws AssignError as a commit would.
    void check(const QString &key, QVariant &value) const;
    [[noreturn]] static void throwAbsent(const QString &key);

    /// All or nothing. It notifies at once, or at the end of the drain that it is part of.
    void commit(Assigns &&changes);
    /// Sends the notifications that wait.
    void flush();

    void setMirror(AssignsMirror *mirror);

    /// Calls something of a user's; what it throws becomes a failure of a handler. It may destroy
    /// the ViewModel.
    template<typename Call>
    static void guarded(ViewModel &viewModel, Call &&call) noexcept
    {
        const Lifeline life(viewModel.m_store->m_anchor);
        try {
            call();
        } catch (...) {
            reportHandler(life.isCut() ? nullptr : &viewModel);
        }
    }

private:
    struct Slot
    {
        QString key;
        QVariant value; // of a dynamic assign
        AssignBase *declared = nullptr;
        int staged = -1; // its place in m_staged, during a commit
        unsigned flush = 0; // the one that is about to tell of it, on the stack
        bool computed = false;
        bool isRead = false; // by a computed assign
        bool present = false;
        bool mirrored = false;
        bool dirty = false; // in m_dirty
    };
    struct Change
    {
        int slot;
        QVariant value; // the new one, or once applied the old one
        bool present = true; // of the slot; likewise
    };
    struct ComputedSlot
    {
        int slot;
        std::vector<int> dependencies;
    };
    class Committing;
    class Transaction;

    /// Reports the exception that is being handled; only in the log where there is no ViewModel.
    static void reportHandler(ViewModel *viewModel) noexcept;

    /// A key that is there, and that no other follows: its change needs no staging.
    static bool isPlain(const Slot &slot);
    bool commitOne(int slot, Assigns::Entry &entry);
    bool commitAll(Assigns &changes);
    void markDirty(int slot);
    /// Makes \a value one that the slot holds, or throws.
    static void fit(const Slot &slot, QVariant &value);
    auto keyOf() const
    {
        return [this](int slot) -> const QString & { return m_slots[size_t(slot)].key; };
    }
    /// -1 if there is none.
    int find(const QString &key) const { return m_index.find(key, keyOf()); }
    int slotFor(const QString &key);
    void stageSet(const QString &key, QVariant value);
    void stageUpdate(const QString &key, const Update &update);
    void stage(int slot, QVariant value);
    bool isUnchanged(const Change &change) const;
    /// Puts the change's value in place, and the old one into the change; twice undoes it.
    void exchange(Change &change);
    void recompute(Transaction &transaction);
    static QVariant &place(Slot &slot);
    static const QVariant &current(const Slot &slot);
    template<typename Slots>
    void fillMirror(const Slots &slots);
    void notify(int slot);

    ViewModel &m_viewModel;
    KeyIndex m_index; // of m_slots
    std::vector<Slot> m_slots; // some only await their key, since a computed assign reads it
    std::vector<int> m_present; // in the order in which the keys came to be
    std::vector<ComputedSlot> m_computed; // in the order of declaration
    std::vector<Change> m_staged;
    std::vector<int> m_dirty; // not told yet
    unsigned m_flushes = 0;
    AssignsMirror *m_mirror = nullptr;
    bool m_committing = false;
    bool m_keysChanged = false;
    mutable std::shared_ptr<const Snapshot::Data> m_snapshot;
    Lifeline::Anchor m_anchor;
};

} // namespace Aside::Detail
