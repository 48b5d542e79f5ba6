package dev.b3lb.web.api;

import dev.b3lb.bbb.BbbError;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** A page that tells people why they could not join, and what they can do. It needs no script and no other file. */
final class JoinErrorPage {

    /** The languages that there are texts in; the first is that of programs. */
    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static final String TEXTS = "dev.b3lb.web.api.JoinErrors";
    private static final String OTHER = "other";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%2$s</title>
            <style>
            body { margin: 0; background: #f4f6f8; color: #1b2733; font: 1.125rem/1.5 system-ui, sans-serif; }
            main { max-width: 36rem; margin: 10vh auto 2rem; padding: 1.5rem; background: #fff; border-top: .4rem solid #0f5a9c; }
            h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; }
            h2 { margin: 1.5rem 0 .25rem; font-size: 1.125rem; }
            p { margin: 0; overflow-wrap: anywhere; }
            .facts { color: #45535f; font-size: 1rem; }
            @media (prefers-color-scheme: dark) {
            body { background: #10161c; color: #e8edf2; }
            main { background: #1b2530; border-color: #6db3f2; }
            .facts { color: #b4c0cb; }
            }
            </style>
            </head>
            <body>
            <main>
            <h1>%2$s</h1>
            <p>%3$s</p>
            <h2>%4$s</h2>
            <p>%5$s</p>
            <h2>%6$s</h2>
            <p class="facts" lang="en">%7$s: %8$s</p>
            </main>
            </body>
            </html>
            """;

    private JoinErrorPage() {}

    /** The page for an error; one that has no words of its own is told in general ones. */
    static ApiAnswer.Page of(BbbError error, Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                TEXTS,
                language,
                JoinErrorPage.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String kind = texts.containsKey(error.messageKey() + ".text") ? error.messageKey() : OTHER;
        String html = PAGE.formatted(
                language.toLanguageTag(),
                escaped(texts.getString("title")),
                escaped(texts.getString(kind + ".text")),
                escaped(texts.getString("advice")),
                escaped(texts.getString(kind + ".advice")),
                escaped(texts.getString("facts")),
                escaped(error.messageKey()),
                escaped(error.message()));
        return new ApiAnswer.Page(html, language);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
