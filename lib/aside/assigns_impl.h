// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

// The templates of assigns.h. Not to be included by itself.

#include <aside/assigns.h>
#include <aside/convert.h>

#include <QAnyStringView>
#include <QByteArray>
#include <QStringBuilder>

#include <type_traits>

namespace Aside {

namespace Detail {

/// The one argument of a functor; nothing where its call operator is overloaded or a template.
template<typename Call>
struct ArgumentOfCall { };
template<typename R, typename A>
struct ArgumentOfCall<R (*)(A)> { using Type = std::remove_cvref_t<A>; };
template<typename R, typename A>
struct ArgumentOfCall<R (*)(A) noexcept> { using Type = std::remove_cvref_t<A>; };
template<typename C, typename R, typename A>
struct ArgumentOfCall<R (C::*)(A)> { using Type = std::remove_cvref_t<A>; };
template<typename C, typename R, typename A>
struct ArgumentOfCall<R (C::*)(A) noexcept> { using Type = std::remove_cvref_t<A>; };
template<typename C, typename R, typename A>
struct ArgumentOfCall<R (C::*)(A) const> { using Type = std::remove_cvref_t<A>; };
template<typename C, typename R, typename A>
struct ArgumentOfCall<R (C::*)(A) const noexcept> { using Type = std::remove_cvref_t<A>; };

template<typename Functor>
struct ArgumentOf : ArgumentOfCall<Functor> { };
template<typename Functor>
    requires requires { &Functor::operator(); }
struct ArgumentOf<Functor> : ArgumentOfCall<decltype(&Functor::operator())> { };

template<typename Functor>
concept TypedArgument = requires { typename ArgumentOf<Functor>::Type; };

template<typename T>
constexpr bool isView = std::is_same_v<T, QStringView> || std::is_same_v<T, QLatin1StringView>
    || std::is_same_v<T, QUtf8StringView> || std::is_same_v<T, QAnyStringView>;
template<typename A, typename B>
constexpr bool isView<QStringBuilder<A, B>> = true;

/// A QVariant that holds it. QVariant::fromValue() copies what it could move, at least up to Qt 6.5.
template<typename T>
QVariant variantOf(T &&value)
{
    using Value = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<T, Value> && !std::is_same_v<Value, QVariant> && !std::is_trivially_copyable_v<Value>
                  && std::is_default_constructible_v<Value> && std::is_move_assignable_v<Value>) {
        QVariant variant(QMetaType::fromType<Value>());
        *static_cast<Value *>(variant.data()) = std::move(value);
        return variant;
    } else {
        return QVariant::fromValue(std::forward<T>(value));
    }
}

/// Text that only refers to its characters, or is still to be joined, becomes a QString: a store
/// outlives it.
template<typename T>
QVariant toVariant(T &&value)
{
    using Value = std::remove_cvref_t<T>;
    if constexpr (std::is_same_v<Value, QVariant>)
        return std::forward<T>(value);
    else if constexpr ((std::is_array_v<Value> || isView<Value>) && std::is_convertible_v<T, QString>)
        return QVariant(QString(std::forward<T>(value)));
    else if constexpr (isView<Value> && std::is_convertible_v<T, QByteArray>)
        return QVariant(QByteArray(std::forward<T>(value)));
    else if constexpr (std::is_array_v<Value>)
        return QVariant(QStringView(value).toString());
    else if constexpr (isView<Value>)
        return QVariant(value.toString());
    else
        return variantOf(std::forward<T>(value));
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
            QVariant converted;
            if constexpr (std::is_invocable_v<F &, const Argument &>)
                return Detail::toVariant(functor(Detail::heldIn<Argument>(key, current, converted)));
            else
                return Detail::toVariant(functor(Argument(Detail::heldIn<Argument>(key, current, converted))));
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
