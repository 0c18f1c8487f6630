// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// The templates of assigns.h. Not to be included by itself.

#include <aside/assigns.h>
#include <aside/convert.h>

#include <type_traits>

namespace Aside {

namespace Detail {

/// The one argument of a functor, where its call operator is not a template.
template<typename Functor>
struct ArgumentOf : ArgumentOf<decltype(&Functor::operator())> { };
template<typename C, typename R, typename A>
struct ArgumentOf<R (C::*)(A) const> { using Type = std::remove_cvref_t<A>; };
template<typename C, typename R, typename A>
struct ArgumentOf<R (C::*)(A)> { using Type = std::remove_cvref_t<A>; };
template<typename C, typename R, typename A>
struct ArgumentOf<R (C::*)(A) const noexcept> { using Type = std::remove_cvref_t<A>; };
template<typename R, typename A>
struct ArgumentOf<R (*)(A)> { using Type = std::remove_cvref_t<A>; };

template<typename Functor>
concept TypedArgument = requires { typename ArgumentOf<Functor>::Type; };

template<typename T>
QVariant toVariant(T &&value)
{
    using Value = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<Value, QVariant>)
        return std::forward<T>(value);
    else if constexpr (std::is_convertible_v<T, QString> && std::is_array_v<std::remove_reference_t<T>>)
        return QVariant(QString(std::forward<T>(value)));
    else
        return QVariant::fromValue(Value(std::forward<T>(value)));
}

} // namespace Detail

template<typename T>
    requires(!std::same_as<std::remove_cvref_t<T>, Update>)
Assigns::Entry::Entry(const QString &key, T &&value)
    : m_key(key)
    , m_change(std::in_place_index<0>, Detail::toVariant(std::forward<T>(value)))
{
}

template<typename F>
struct Update::FunctorOf final : Update::Functor
{
    explicit FunctorOf(F &&given) : functor(std::move(given)) { }

    QVariant call(const QString &key, const QVariant &current) override
    {
        if constexpr (Detail::TypedArgument<F>) {
            using Argument = typename Detail::ArgumentOf<F>::Type;
            if constexpr (!std::is_same_v<Argument, QVariant>)
                return Detail::toVariant(functor(Detail::held<Argument>(key, current)));
            else
                return Detail::toVariant(functor(current));
        } else {
            return Detail::toVariant(functor(current));
        }
    }

    F functor;
};

template<typename F>
Update update(F functor)
{
    return Update(std::make_shared<Update::FunctorOf<F>>(std::move(functor)));
}

} // namespace Aside
