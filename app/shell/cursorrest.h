// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

class QWindow;

namespace AsideDemo {

/// Lets text cursors blink only for a while after the last key, click or turn to \a window; then they stay
/// where they are, and nothing wakes the program up any more.
///
/// It holds for the whole application while it lives.
class CursorRest : public QObject
{
    Q_OBJECT

public:
    explicit CursorRest(QWindow &window, std::chrono::milliseconds after = std::chrono::seconds(10));
    ~CursorRest() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void blink();

    QTimer m_rest;
};

} // namespace AsideDemo
