// SPDX-FileCopyrightText: 2026 The Aside authors
// SPDX-License-Identifier: MIT
#include <explore/picture.h>
#include <theme/iconprovider.h>

#include <QDir>
#include <QPainter>
#include <QTest>

using namespace AsideDemo;
using namespace Qt::StringLiterals;

// What the demo draws by itself: icons and pictures.
class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void icons_areDrawnInTheColourAndSizeAsked_data();
    void icons_areDrawnInTheColourAndSizeAsked();
    void unknownIcon_isNoImage();
    void picture_isShownWholeAndNeverBlownUp_data();
    void picture_isShownWholeAndNeverBlownUp();
};

void TestTheme::icons_areDrawnInTheColourAndSizeAsked_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/aside-demo/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(files.size() > 10);
    for (const QString &file : files) {
        if (file != u"aside-demo.svg"_s) // the application's own has colours of its own
            QTest::newRow(qPrintable(file)) << file.chopped(4);
    }
}

void TestTheme::icons_areDrawnInTheColourAndSizeAsked()
{
    QFETCH(const QString, name);
    QSize size;
    const QImage image = IconProvider().requestImage(name % u"/ff0000/36"_s, &size, {});
    QCOMPARE(size, QSize(36, 36));
    int drawn = 0;
    for (int y = 0; y < 36; ++y) {
        for (int x = 0; x < 36; ++x) {
            const QColor colour = image.pixelColor(x, y);
            drawn += colour.alpha() > 0;
            QVERIFY(colour.alpha() == 0 || (colour.green() == 0 && colour.blue() == 0));
        }
    }
    QVERIFY(drawn > 20);
}

void TestTheme::unknownIcon_isNoImage()
{
    for (const auto &id : {u"nothing/ff0000/18"_s, u"folder"_s, u""_s}) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no such icon"_s));
        QVERIFY(IconProvider().requestImage(id, nullptr, {}).isNull());
    }
}

void TestTheme::picture_isShownWholeAndNeverBlownUp_data()
{
    QTest::addColumn<QSize>("natural");
    QTest::addColumn<QRect>("shown");
    QTest::newRow("small") << QSize(10, 20) << QRect(45, 0, 10, 20);
    QTest::newRow("wide") << QSize(400, 200) << QRect(0, 0, 100, 50);
    QTest::newRow("tall") << QSize(50, 400) << QRect(44, 0, 12, 100);
    QTest::newRow("none") << QSize() << QRect();
}

void TestTheme::picture_isShownWholeAndNeverBlownUp()
{
    QFETCH(const QSize, natural);
    QFETCH(const QRect, shown);
    Details details;
    if (natural.isValid()) {
        details.picture = QImage(natural, QImage::Format_RGB32);
        details.picture.fill(Qt::red);
    }
    Picture picture;
    picture.setSize({100, 100});
    picture.setDetails(details);
    QImage canvas(100, 100, QImage::Format_RGB32);
    canvas.fill(Qt::white);
    QPainter painter(&canvas);
    picture.paint(&painter);
    painter.end();
    QRect red;
    for (int y = 0; y < 100; ++y) {
        for (int x = 0; x < 100; ++x) {
            if (canvas.pixelColor(x, y) == QColor(Qt::red))
                red |= QRect(x, y, 1, 1);
        }
    }
    QCOMPARE(red, shown);
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
