// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include "cursorrest.h"

#include <QEvent>
#include <QGuiApplication>
#include <QStyleHints>
#include <QWindow>

namespace AsideDemo {

namespace {

constexpr int Never = 0;
constexpr int AsTheSystemSays = -1;

} // namespace

CursorRest::CursorRest(QWindow &window, std::chrono::milliseconds after)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(after);
    connect(&m_rest, &QTimer::timeout, this, [] { QGuiApplication::styleHints()->setCursorFlashTime(Never); });
    window.installEventFilter(this);
    blink();
}

CursorRest::~CursorRest()
{
    QGuiApplication::styleHints()->setCursorFlashTime(AsTheSystemSays);
}

bool CursorRest::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
    case QEvent::FocusIn:
        blink();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void CursorRest::blink()
{
    QGuiApplication::styleHints()->setCursorFlashTime(AsTheSystemSays);
    m_rest.start();
}

} // namespace AsideDemo
