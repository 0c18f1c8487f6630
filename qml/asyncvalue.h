// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/asyncresult.h>

#include <QObject>
#include <QQmlEngine>
#include <QVariant>

namespace Aside::Qml {

/// The value of an asyncResult as views need it: `value` changes with the value only.
///
/// A list that QML reads out of a result is a new one at each reading, so that a view whose model is
/// `vm.users.value` starts from its top again when a refresh begins, tells its progress, or fails. This
/// one stays the same through all of that, and where the refresh brings what was there already.
///
/// \code
/// AsyncValue { id: users; result: vm.users }
/// ListView { model: users.value }
/// \endcode
///
/// A value that comes is there before `ok` tells so, and one that is dropped goes after it.
class AsyncValue : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Aside::AsyncResult result READ result WRITE setResult NOTIFY resultChanged FINAL)
    /// There is a value, if maybe an old one.
    Q_PROPERTY(bool ok READ isOk NOTIFY okChanged FINAL)
    /// Undefined unless ok.
    Q_PROPERTY(QVariant value READ value NOTIFY valueChanged FINAL)
    /// There is nothing in the value: it is undefined, null, or a text, list or map without content. A
    /// model is never empty here, as it comes and goes by itself.
    Q_PROPERTY(bool empty READ isEmpty NOTIFY valueChanged FINAL)

public:
    using QObject::QObject;

    AsyncResult result() const { return m_result; }
    void setResult(const AsyncResult &result);
    bool isOk() const { return m_ok; }
    QVariant value() const { return m_value; }
    bool isEmpty() const { return m_empty; }

Q_SIGNALS:
    void resultChanged();
    void okChanged();
    void valueChanged();

private:
    void setOk(bool ok);
    void setValue(const QVariant &value);

    AsyncResult m_result;
    QVariant m_value;
    bool m_ok = false;
    bool m_empty = true;
};

} // namespace Aside::Qml
