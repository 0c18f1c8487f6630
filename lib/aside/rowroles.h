// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/assigns_impl.h>
#include <aside/export.h>
#include <aside/rowindex.h>

#include <QByteArray>
#include <QByteArrayList>
#include <QMetaProperty>
#include <QStringBuilder>
#include <QVariantMap>

#include <concepts>
#include <functional>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace Aside {

namespace Detail {

template<typename Row>
concept Gadget = requires { Row::staticMetaObject; };

/// A concatenation that is not done yet, and refers to what it was made of.
template<typename T>
constexpr bool isUnfinished = false;
template<typename A, typename B>
constexpr bool isUnfinished<QStringBuilder<A, B>> = true;

/// What a functor gives for a row. One without a return type that ends in `a + b` would refer to locals.
template<typename Get, typename Row>
concept ReadsRow = std::invocable<const Get &, const Row &>
    && !isUnfinished<std::remove_cvref_t<std::invoke_result_t<const Get &, const Row &>>>;

/// Throws Error unless \a name can join \a roles.
ASIDE_EXPORT void checkRole(const QByteArrayList &roles, const QByteArray &name);
/// Throws Error if \a name is not one of \a roles.
ASIDE_EXPORT void checkIdRole(const QByteArrayList &roles, const QByteArray &name);

} // namespace Detail

/// What a view reads of rows, by the names of its roles; and which of it is a row's id, if it has one.
///
/// For a struct: a line a role, with a pointer to a member, a function of the row, or a getter. For a
/// gadget: nothing, as its properties are its roles (unless others are listed). For a QVariantMap: the
/// keys; if none are given, those of the first row that has any. Getters run on the model's thread.
///
/// \code
/// RowRoles<File>{{"path", &File::path}, {"size", &File::size}, {"hidden", [](const File &file) {
///     return file.path.startsWith(u'.');
/// }}}.id(&File::path)
/// \endcode
template<typename Row>
class RowRoles
{
public:
    using Getter = std::function<QVariant(const Row &)>;

    struct Role
    {
        template<Detail::ReadsRow<Row> Get>
        Role(const char *named, Get getter)
            : name(named)
            , get([getter](const Row &row) { return Detail::toVariant(std::invoke(getter, row)); })
        {
        }
        Role(const char *key) // NOLINT(google-explicit-constructor)
            requires std::same_as<Row, QVariantMap>
            : Role(QByteArray(key))
        {
        }
        explicit Role(const QByteArray &key)
            requires std::same_as<Row, QVariantMap>
            : name(key)
            , get([text = QString::fromUtf8(key)](const Row &row) { return row.value(text); })
        {
        }
        explicit Role(const QMetaProperty &property)
            : name(property.name())
            , get([property](const Row &row) { return property.readOnGadget(&row); })
        {
        }

        QByteArray name;
        Getter get;
    };

    RowRoles()
        requires(Detail::Gadget<Row> || std::same_as<Row, QVariantMap>)
    {
        if constexpr (Detail::Gadget<Row>) {
            for (int i = 0; i < Row::staticMetaObject.propertyCount(); ++i)
                add(Role(Row::staticMetaObject.property(i)));
        }
    }
    /// Throws Error if a name is empty, or comes twice.
    RowRoles(std::initializer_list<Role> roles)
    {
        for (const Role &role : roles)
            add(role);
    }

    /// Makes what \a get returns the id: something with `==` and qHash(), neither of which throws. It
    /// must tell rows apart, and stay the same as long as a row is in the model.
    template<Detail::ReadsRow<Row> Get>
    RowRoles &id(Get get)
    {
        m_makeIndex = [get = std::move(get)] { return std::make_unique<Detail::RowIndexOf<Row, Get>>(get); };
        return *this;
    }
    /// Makes the role of that name the id: a number, a text, a QByteArray or a QUuid. A row without it is
    /// refused. Throws Error if there is no such role.
    RowRoles &id(const char *role);

    QByteArrayList names() const
    {
        QByteArrayList names;
        for (const Role &role : m_roles)
            names.append(role.name);
        return names;
    }

private:
    template<typename>
    friend class StreamModelOf;

    void add(Role role)
    {
        Detail::checkRole(names(), role.name);
        m_roles.push_back(std::move(role));
    }

    std::vector<Role> m_roles;
    std::function<std::unique_ptr<Detail::RowIndex<Row>>()> m_makeIndex;
};

template<typename Row>
RowRoles<Row> &RowRoles<Row>::id(const char *role)
{
    const QByteArray name(role);
    if constexpr (std::same_as<Row, QVariantMap>) {
        // Also before the keys are learnt, and if the id is no role.
        return id([name, key = QString::fromUtf8(name)](const Row &row) {
            return Detail::checkedId(row.value(key), name);
        });
    } else {
        Detail::checkIdRole(names(), name);
        const size_t place = size_t(names().indexOf(name));
        return id([name, get = m_roles[place].get](const Row &row) { return Detail::checkedId(get(row), name); });
    }
}

} // namespace Aside
