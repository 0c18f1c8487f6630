// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "session.h"

#include <QSettings>
#include <QStandardPaths>

#include <chrono>
#include <stdexcept>

namespace AsideDemo {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Pause = 300ms; // dragging a border changes things a hundred times

/// Any thread.
void write(const QString &file, const QVariantMap &values)
{
    QSettings settings(file, QSettings::IniFormat);
    for (auto value = values.begin(); value != values.end(); ++value)
        settings.setValue(value.key(), value.value());
    settings.sync();
    if (settings.status() == QSettings::AccessError)
        throw std::runtime_error("the settings cannot be written to " + file.toStdString());
}

/// \a stored as a value of \a type; invalid if it is none.
QVariant suited(const QVariant &stored, QMetaType type)
{
    QVariant value = stored;
    if (!value.isValid() || !value.convert(type))
        return {};
    // Qt takes any word for true, and the start of a text for a number.
    const bool isText = stored.metaType() == QMetaType::fromType<QString>();
    return isText && value.toString() != stored.toString() ? QVariant() : value;
}

} // namespace

Session::Session(const QString &file, QObject *parent) : ViewModel(parent), m_file(file)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(Pause);
    connect(&m_pause, &QTimer::timeout, this, &Session::save);
    if (m_file.isEmpty())
        return;
    const QSettings settings(m_file, QSettings::IniFormat);
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys)
        m_stored.insert(key, settings.value(key));
}

Session::~Session()
{
    const QVariantMap left = changes();
    if (left.isEmpty())
        return;
    try {
        write(m_file, left);
    } catch (const std::exception &error) {
        qWarning("%s", error.what());
    }
}

void Session::keep(const QString &key, QObject &object, const char *name, const Suits &suits)
{
    const QMetaProperty property = object.metaObject()->property(object.metaObject()->indexOfProperty(name));
    Q_ASSERT(property.hasNotifySignal());
    const QVariant value = suited(m_stored.value(key), property.metaType());
    if (value.isValid() && (!suits || suits(value)))
        property.write(&object, value);
    m_stored.insert(key, property.read(&object)); // from here on, only what the person changes is written
    m_kept.append({key, &object, property});
    connect(&object, property.notifySignal(), this,
            metaObject()->method(metaObject()->indexOfSlot("saveSoon()")));
}

void Session::saveSoon()
{
    if (!m_file.isEmpty())
        m_pause.start();
}

void Session::save()
{
    const QVariantMap values = changes();
    if (values.isEmpty())
        return;
    startAsync(
        u"save"_s,
        [file = m_file, values] {
            write(file, values);
            return true;
        },
        [this, values](const Aside::TaskResult<bool> &result) {
            if (result.isOk())
                noteStored(values);
        },
        {.policy = Aside::Policy::Queue, .lane = Aside::Lane::Io});
}

void Session::noteStored(const QVariantMap &values)
{
    for (const Kept &kept : m_kept) {
        QVariant value = values.value(kept.key);
        if (value.isValid() && value.convert(kept.property.metaType()))
            m_stored.insert(kept.key, value);
    }
}

QVariantMap Session::changes() const
{
    QVariantMap values;
    if (m_file.isEmpty())
        return values;
    for (const Kept &kept : m_kept) {
        const QVariant value = kept.object ? kept.property.read(kept.object) : QVariant();
        if (kept.object && value != m_stored.value(kept.key))
            values.insert(kept.key, kept.property.isEnumType() ? QVariant(value.toString()) : value);
    }
    return values;
}

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) % "/settings.ini"_L1;
}

} // namespace AsideDemo
