// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT

// The example in asyncresult.h, as it stands there.

#include <aside/asyncresult.h>

#include <QTest>

using namespace Aside;
using namespace Qt::StringLiterals;

class TestExamplesResults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asyncResult()
    {
        const Failure failure(Failure::Kind::Exception, u"no net"_s);

        AsyncResult office;
        office = office.toLoading(); // the first load
        QCOMPARE(office.status(), AsyncResult::Status::Loading);
        office = office.toOk(u"Harbour office"_s);
        office = office.toLoading().toFailed(failure); // the refresh failed: the old value is still shown
        const QString name = office.value<QString>(u"nobody"_s);

        QCOMPARE(name, u"Harbour office"_s);
        QVERIFY(office.isOk() && office.hasFailed());
    }
};

QTEST_APPLESS_MAIN(TestExamplesResults)
#include "tst_examples_results.moc"
