// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// The runs that loadAsync() of ViewModel makes of functors. Not to be used by itself.

#include <aside/asyncresult.h>
#include <aside/runof.h>

#include <QStringList>

#include <type_traits>

namespace Aside::Detail {

/// The keys of a load. Home thread.
class ASIDE_EXPORT LoadKeys
{
public:
    explicit LoadKeys(const QStringList &keys) : m_asked(keys), m_held(keys) { }

    const QStringList &asked() const { return m_asked; }
    /// Those that no later load has taken over, and that were not canceled.
    const QStringList &held() const { return m_held; }
    void release(const QString &key) { m_held.removeOne(key); }
    /// It has a key again that it has released.
    void hold(const QString &key) { m_held.append(key); }

    /// What a result of the functor does to the keys that are held. Throws ContractError.
    Assigns landing(const ViewModel &viewModel, Assigns &&result) const;
    Assigns failing(const ViewModel &viewModel, const Failure &failure) const;
    Assigns canceling(const ViewModel &viewModel) const;
    Assigns progressing(const ViewModel &viewModel, double progress, const QString &text) const;

private:
    const QStringList m_asked;
    QStringList m_held;
};

class ASIDE_EXPORT Load : public Run
{
public:
    Load(const QStringList &keys, const TaskOptions &options)
        : Run(keys.join(QStringLiteral(", ")), options)
        , m_keys(keys)
    {
    }
    ~Load() override;

    LoadKeys &keys() { return m_keys; }

private:
    Assigns changes(ViewModel &viewModel) final;
    void progressed(ViewModel &viewModel) final;
    void settle(ViewModel &viewModel) final;

    LoadKeys m_keys;
};

template<typename Functor>
class LoadOf final : public RunnerOf<Functor, LoadOf<Functor>, Load>
{
public:
    template<typename F>
    LoadOf(const QStringList &keys, F &&functor, const TaskOptions &options)
        : RunnerOf<Functor, LoadOf, Load>(std::forward<F>(functor), keys, options)
        , m_key(keys.isEmpty() ? QString() : keys.constFirst())
    {
    }

    void keep(Assigns &&values) { this->setResult(std::move(values)); }
    template<typename T>
        requires(!std::is_same_v<std::remove_cvref_t<T>, Assigns>)
    void keep(T &&value)
    {
        this->setResult(std::move(Assigns().set(m_key, std::forward<T>(value))));
    }

private:
    const QString m_key;
};

/// A functor that loadAsync takes for several keys, and for one: there it may return the value itself.
template<typename Functor>
concept LoadFunctor = AssignsFunctor<Functor>;
template<typename Functor>
concept ValueFunctor = TaskFunctor<Functor> && !std::is_void_v<ResultOf<Functor>>;

} // namespace Aside::Detail
