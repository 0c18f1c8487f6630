// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <aside/convert.h>
#include <aside/export.h>

#include <QString>
#include <QStringList>
#include <QVariantMap>

#include <memory>

namespace Aside {

namespace Detail {
class Store;
}

/// The assigns of a ViewModel as they were at one moment: an immutable value, cheap to copy, safe to
/// hand to any thread and to keep after the ViewModel is gone.
///
/// \code
/// const Snapshot before = viewModel.snapshot();
/// QFuture<void> written = QtConcurrent::run([before] { writeFile(before.value<QString>(u"text"_s)); });
/// \endcode
class ASIDE_EXPORT Snapshot
{
public:
    /// One without any key.
    Snapshot();

    bool contains(const QString &key) const;
    /// The value of \a key; an invalid QVariant where there is none.
    QVariant value(const QString &key) const;
    /// The value of \a key as a T; \a fallback where there is none, or an invalid one. Throws
    /// AssignError if T cannot hold it.
    template<typename T>
    T value(const QString &key, const T &fallback = T()) const
    {
        const QVariant found = value(key);
        return found.isValid() ? Detail::held<T>(key, found) : fallback;
    }
    /// In the order in which the keys came to be.
    QStringList keys() const;
    qsizetype size() const;
    QVariantMap toVariantMap() const;

private:
    friend class Detail::Store;
    struct Data;
    explicit Snapshot(std::shared_ptr<const Data> data);

    std::shared_ptr<const Data> m_data;
};

} // namespace Aside

Q_DECLARE_METATYPE(Aside::Snapshot)
