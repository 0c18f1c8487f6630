// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "failure.h"

#include <cxxabi.h>
#include <cstdlib>
#include <typeinfo>

using namespace Qt::StringLiterals;

namespace Aside {

namespace {

QString exceptionName(const std::type_info *type)
{
    if (!type)
        return u"unknown"_s;
    int status = 0;
    char *const readable = abi::__cxa_demangle(type->name(), nullptr, nullptr, &status);
    const QString name = QString::fromLatin1(status == 0 ? readable : type->name());
    std::free(readable);
    return name;
}

QString describe(const std::exception &exception)
{
    const QString text = QString::fromUtf8(exception.what());
    // What std::exception itself says tells nothing.
    return text.isEmpty() || text == QLatin1StringView(std::exception().what()) ? exceptionName(&typeid(exception)) : text;
}

QString orType(const QString &text)
{
    return text.isEmpty() ? u"thrown: an empty %1"_s.arg(exceptionName(abi::__cxa_current_exception_type())) : text;
}

} // namespace

Error::Error(const QString &message)
    : std::runtime_error(message.toStdString())
{
}

Error::~Error() = default;

QString Error::message() const
{
    return QString::fromUtf8(what());
}

AssignError::AssignError(const QString &key, const QString &message)
    : Error(message)
    , m_key(key)
{
}

AssignError::~AssignError() = default;
ContractError::~ContractError() = default;
ImmutableStateError::~ImmutableStateError() = default;
StateGoneError::~StateGoneError() = default;

Failure::Failure(Kind kind, const QString &message, std::exception_ptr exception)
    : m_kind(kind)
    , m_message(message)
    , m_exception(std::move(exception))
{
}

Failure Failure::fromCurrentException(Kind kind)
{
    const std::exception_ptr exception = std::current_exception();
    try {
        throw;
    } catch (const std::exception &error) {
        return {kind, describe(error), exception};
    } catch (const QString &text) {
        return {kind, orType(text), exception};
    } catch (const char *text) {
        return {kind, orType(QString::fromUtf8(text)), exception};
    } catch (const std::string &text) {
        return {kind, orType(QString::fromStdString(text)), exception};
    } catch (int number) {
        return {kind, u"thrown: int %1"_s.arg(number), exception};
    } catch (...) {
        return {kind, u"thrown: a %1"_s.arg(exceptionName(abi::__cxa_current_exception_type())),
                exception};
    }
}

} // namespace Aside
