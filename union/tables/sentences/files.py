"""The sentences about a whole file: why it is not read, and what was noticed in it (French, Arabic, English)."""

FILES: dict[str, tuple[str, str, str]] = {
    # --- refusals ---
    "empty": (
        "Le fichier est vide. Choisissez celui qui contient la liste.",
        "الملف فارغ. اختاروا الملف الذي يحتوي على اللائحة.",
        "The file is empty. Choose the one that holds the list.",
    ),
    "too_big": (
        "Le fichier dépasse {limit} Mo. Partagez la liste en plusieurs fichiers.",
        "حجم الملف يتجاوز {limit} ميغابايت. قسموا اللائحة إلى عدة ملفات.",
        "The file is larger than {limit} MB. Split the list into several files.",
    ),
    "header_only": (
        "Le fichier n'a que la ligne des titres. Ajoutez au moins une personne.",
        "الملف لا يحتوي إلا على سطر العناوين. أضيفوا شخصا واحدا على الأقل.",
        "The file holds only the row of headers. Add at least one person.",
    ),
    "no_rows": (
        "Le fichier ne contient aucune ligne de données. Vérifiez que la liste a été enregistrée.",
        "لا يحتوي الملف على أي سطر من المعطيات. تأكدوا من حفظ اللائحة.",
        "The file holds no row of data. Check that the list was saved.",
    ),
    "not_a_table": (
        "Ce fichier n'est pas une liste. Envoyez un fichier CSV, XLSX, XLS ou ODS.",
        "هذا الملف ليس لائحة. أرسلوا ملفا بصيغة CSV أو XLSX أو XLS أو ODS.",
        "This file is not a list. Send a CSV, XLSX, XLS or ODS file.",
    ),
    "prose": (
        "Ce fichier est un texte, pas une liste. Mettez une personne par ligne sous une ligne de titres (Nom, Prénom,"
        " Téléphone), puis renvoyez-le.",
        "هذا الملف نص وليس لائحة. ضعوا شخصا واحدا في كل سطر تحت سطر من العناوين (الاسم العائلي، الاسم الشخصي، الهاتف) ثم"
        " أعيدوا إرساله.",
        "This file is a text, not a list. Put one person a line under a row of headers (Name, Given name, Telephone), then"
        " send it again.",
    ),
    "markup": (
        "Ce fichier est une page web. Ouvrez-le dans le tableur et enregistrez-le au format XLSX ou CSV.",
        "هذا الملف صفحة ويب. افتحوه في برنامج الجداول واحفظوه بصيغة XLSX أو CSV.",
        "This file is a web page. Open it in the spreadsheet program and save it as XLSX or CSV.",
    ),
    "transposed": (
        "Les titres sont écrits les uns sous les autres, dans la première colonne. Copiez la liste, puis collez-la avec"
        " « Collage spécial, Transposé » : une personne par ligne.",
        "العناوين مكتوبة بعضها تحت بعض في العمود الأول. انسخوا اللائحة ثم ألصقوها بخيار «لصق خاص، تبديل الصفوف والأعمدة»: شخص في كل"
        " سطر.",
        "The headers stand one below the other, in the first column. Copy the list and paste it with “Paste special, Transpose”:"
        " one person a row.",
    ),
    "unknown_kind": (
        "Les fichiers « .{extension} » ne sont pas lus. Enregistrez la liste au format XLSX ou CSV.",
        "لا تقرأ الملفات من نوع «.{extension}». احفظوا اللائحة بصيغة XLSX أو CSV.",
        "“.{extension}” files are not read. Save the list as XLSX or CSV.",
    ),
    "macros": (
        "Le classeur contient des macros. Enregistrez-le au format XLSX, sans macros.",
        "يحتوي المصنف على وحدات ماكرو. احفظوه بصيغة XLSX دون ماكرو.",
        "The workbook holds macros. Save it as XLSX, without macros.",
    ),
    "encrypted": (
        "Le classeur est protégé par un mot de passe. Enlevez le mot de passe, puis envoyez-le de nouveau.",
        "المصنف محمي بكلمة مرور. أزيلوا كلمة المرور ثم أعيدوا إرساله.",
        "The workbook is protected by a password. Remove the password, then send it again.",
    ),
    "zip_bomb": (
        "Le classeur grossit trop une fois ouvert. Copiez la liste dans un classeur neuf et envoyez celui-ci.",
        "يتضخم المصنف كثيرا عند فتحه. انسخوا اللائحة في مصنف جديد وأرسلوه.",
        "The workbook grows too large once opened. Copy the list into a new workbook and send that one.",
    ),
    "entities": (
        "Le classeur contient des déclarations interdites. Copiez la liste dans un classeur neuf et envoyez celui-ci.",
        "يحتوي المصنف على تصريحات ممنوعة. انسخوا اللائحة في مصنف جديد وأرسلوه.",
        "The workbook holds forbidden declarations. Copy the list into a new workbook and send that one.",
    ),
    "damaged": (
        "Le classeur est abîmé ou incomplet. Enregistrez-le de nouveau, puis renvoyez-le.",
        "المصنف تالف أو غير مكتمل. أعيدوا حفظه ثم أرسلوه من جديد.",
        "The workbook is damaged or incomplete. Save it again, then send it once more.",
    ),
    "too_heavy": (
        "Le classeur demande trop de mémoire ou de temps. Copiez la liste seule dans un classeur neuf, ou en CSV.",
        "يتطلب المصنف ذاكرة أو وقتا أكثر من المسموح. انسخوا اللائحة وحدها في مصنف جديد أو بصيغة CSV.",
        "The workbook asks for too much memory or time. Copy the list alone into a new workbook, or save it as CSV.",
    ),
    "too_many_rows": (
        "La liste dépasse {limit} lignes. Partagez-la en plusieurs fichiers.",
        "تتجاوز اللائحة الحد الأقصى للأسطر ({limit}). قسموها إلى عدة ملفات.",
        "The list has more than {limit} rows. Split it into several files.",
    ),
    "too_many_columns": (
        "Le fichier va jusqu'à la colonne {found} ; la limite est {limit}. Ne gardez que les colonnes utiles.",
        "يصل الملف إلى العمود {found} والحد الأقصى هو {limit}. احتفظوا بالأعمدة اللازمة فقط.",
        "The file reaches column {found}; the limit is {limit}. Keep only the columns that are needed.",
    ),
    "too_many_blank_rows": (
        "Le fichier contient plus de {limit} lignes vides. Copiez la liste seule dans un fichier neuf et envoyez celui-ci.",
        "يحتوي الملف على أكثر من {limit} سطر فارغ. انسخوا اللائحة وحدها في ملف جديد وأرسلوه.",
        "The file holds more than {limit} blank rows. Copy the list alone into a new file and send that one.",
    ),
    "line_too_long": (
        "La ligne {line} dépasse {limit} caractères : ce n'est pas une liste. Enregistrez de nouveau la liste depuis le"
        " tableur, une personne par ligne.",
        "السطر {line} يتجاوز {limit} حرف: ليس هذا لائحة. أعيدوا حفظ اللائحة من برنامج الجداول، شخص في كل سطر.",
        "Line {line} is longer than {limit} characters: this is not a list. Save the list again from the spreadsheet"
        " program, one person a line.",
    ),
    "field_too_long": (
        "Ligne {line} : une cellule dépasse {limit} caractères. Raccourcissez-la.",
        "السطر {line}: خلية تتجاوز الحد الأقصى للحروف ({limit}). اختصروها.",
        "Line {line}: a cell is longer than {limit} characters. Shorten it.",
    ),
    "quote": (
        "Ligne {line} : un guillemet n'est pas fermé ou se trouve au milieu d'une cellule. Corrigez cette ligne.",
        "السطر {line}: علامة اقتباس غير مغلقة أو في وسط خلية. صححوا هذا السطر.",
        "Line {line}: a quotation mark is not closed, or stands inside a cell. Correct this line.",
    ),
    "nul": (
        "Ligne {line} : le fichier contient un caractère nul. Enregistrez de nouveau la liste depuis le tableur.",
        "السطر {line}: يحتوي الملف على رمز فارغ غير مقبول. أعيدوا حفظ اللائحة من برنامج الجداول.",
        "Line {line}: the file holds a null character. Save the list again from the spreadsheet program.",
    ),
    "encoding": (
        "Ligne {line} : le texte ne se lit pas en {encoding}. Choisissez un autre encodage.",
        "السطر {line}: لا يمكن قراءة النص بترميز {encoding}. اختاروا ترميزا آخر.",
        "Line {line}: the text cannot be read as {encoding}. Choose another encoding.",
    ),
    "unknown_encoding": (
        "L'encodage « {encoding} » n'est pas proposé. Choisissez-en un dans la liste.",
        "الترميز «{encoding}» غير متاح. اختاروا واحدا من القائمة.",
        "The encoding “{encoding}” is not offered. Choose one from the list.",
    ),
    "unknown_delimiter": (
        "Le séparateur « {delimiter} » n'est pas proposé. Choisissez point-virgule, virgule, tabulation ou barre.",
        "الفاصل «{delimiter}» غير متاح. اختاروا الفاصلة المنقوطة أو الفاصلة أو الجدولة أو الخط العمودي.",
        "The delimiter “{delimiter}” is not offered. Choose semicolon, comma, tab or bar.",
    ),
    "no_such_sheet": (
        "La feuille « {sheet} » n'existe pas dans ce classeur. Choisissez-en une dans la liste.",
        "الورقة «{sheet}» غير موجودة في هذا المصنف. اختاروا واحدة من القائمة.",
        "The sheet “{sheet}” is not in this workbook. Choose one from the list.",
    ),
    "no_such_header": (
        "La ligne {row} est vide ou n'existe pas : elle ne peut pas donner les titres. Choisissez une autre ligne.",
        "السطر {row} فارغ أو غير موجود ولا يصلح للعناوين. اختاروا سطرا آخر.",
        "Row {row} is blank or does not exist: it cannot give the headers. Choose another row.",
    ),
    # --- remarks about the table ---
    "named_otherwise": (
        "Le nom du fichier finit par « .{extension} », mais son contenu est du {kind} : il est lu comme tel.",
        "ينتهي اسم الملف بـ «.{extension}» لكن محتواه من نوع {kind}: قرئ على هذا الأساس.",
        "The file's name ends in “.{extension}”, but it holds {kind}: it is read as that.",
    ),
    "employers_list": (
        "Ceci ressemble à une liste de départs faite par l’employeur : apportez-la dans un dossier de licenciements. "
        "Ici, les personnes qu’elle nomme deviendraient des adhérents.",
        "تبدو هذه لائحة مغادرات وضعها المشغل: أدخلوها في ملف من ملفات التسريح. أما هنا فسيصير من تسميهم منخرطين.",
        "This looks like an employer’s list of departures: bring it in under a layoff dispute. "
        "Here, the people that it names would become members.",
    ),
    "no_header": (
        "Aucune ligne de titres reconnue : la première ligne est lue comme une personne. Vérifiez les colonnes.",
        "لم يتم التعرف على سطر العناوين: يقرأ السطر الأول كشخص. تحققوا من الأعمدة.",
        "No row of headers was recognised: the first row is read as a person. Check the columns.",
    ),
    "encoding_unsettled": (
        "L'encodage n'est pas certain : lu en {encoding}, un mot s'écrit « {shown} » ; en {other}, « {otherwise} »."
        " Vérifiez les lignes montrées, et choisissez l'autre encodage si elles sont fausses.",
        "الترميز غير مؤكد: كلمة تقرأ «{shown}» بترميز {encoding} وتقرأ «{otherwise}» بترميز {other}."
        " تحققوا من الأسطر المعروضة، واختاروا الترميز الآخر إذا كانت خاطئة.",
        "The encoding is not certain: read as {encoding} a word is “{shown}”, read as {other} it is “{otherwise}”."
        " Check the lines shown, and choose the other encoding if they are wrong.",
    ),
    "encoding_twice": (
        "Le fichier a été encodé deux fois : « {shown} » a été relu « {otherwise} ». Vérifiez les lignes montrées, et "
        "choisissez un autre encodage si elles sont fausses.",
        "رُمز الملف مرتين: أعيدت قراءة «{shown}» على أنها «{otherwise}». تحققوا من الأسطر المعروضة، واختاروا ترميزا آخر إذا"
        " كانت خاطئة.",
        "The file was encoded twice over: “{shown}” was read as “{otherwise}”. Check the lines shown, and choose another "
        "encoding if they are wrong.",
    ),
    "aligned": (
        "Le texte n'a pas de séparateur : ses colonnes, alignées par des espaces, ont été retrouvées. Vérifiez quelques lignes.",
        "لا فاصل في النص: استخرجت أعمدته المصطفة بالفراغات. تحققوا من بعض الأسطر.",
        "The text has no separator: its columns, aligned by blanks, were found again. Check some rows.",
    ),
    "encoding_mixed": (
        "Le fichier mêle deux encodages : presque tout est en UTF-8, mais pas la ligne {line}. Il est lu en {encoding},"
        " ce qui abîme des lettres : corrigez cette ligne et enregistrez la liste en UTF-8.",
        "يخلط الملف بين ترميزين: معظمه بترميز UTF-8 إلا السطر {line}. تمت قراءته بترميز {encoding} مما أفسد بعض الحروف:"
        " صححوا هذا السطر واحفظوا اللائحة بترميز UTF-8.",
        "The file mixes two encodings: almost all of it is UTF-8, but line {line} is not. It is read as {encoding}, which"
        " spoils letters: correct that line and save the list as UTF-8.",
    ),
    "two_header_rows": (
        "Les titres tiennent sur deux lignes, lues ensemble : {rows}.",
        "العناوين مكتوبة في سطرين قرئا معا: {rows}.",
        "The headers stand in two rows, read together: {rows}.",
    ),
    "repeated_headers": (
        "Lignes qui répètent les titres, non lues : {rows}.",
        "أسطر تكرر العناوين لم تقرأ: {rows}.",
        "Rows that repeat the headers, not read: {rows}.",
    ),
    "tables_below": (
        "Un autre tableau commence plus bas, avec ses propres titres, qui sont suivis : {rows}.",
        "يبدأ جدول آخر في الأسفل بعناوينه الخاصة، وقد اعتمدت: {rows}.",
        "Another table begins below, with its own headers, which are followed: {rows}.",
    ),
    "tables_below_left": (
        "Colonnes que seul un tableau plus bas possède, non lues : {headers}.",
        "أعمدة لا توجد إلا في جدول بالأسفل، لم تقرأ: {headers}.",
        "Columns that only a table below has, not read: {headers}.",
    ),
    "lone_cells": (
        "Lignes où seule la première cellule est remplie, lues comme des personnes : {rows}. Si ce sont des titres de"
        " groupe, effacez-les du fichier.",
        "أسطر لا تحتوي إلا على الخلية الأولى، قرئت كأشخاص: {rows}. إذا كانت عناوين مجموعات فاحذفوها من الملف.",
        "Rows of which only the first cell is filled, read as people: {rows}. If they head groups, delete them from the"
        " file.",
    ),
    "group_rows": (
        "Lignes qui nomment un groupe ou une liste et personne, non lues : {rows} ({text}).",
        "أسطر تسمي مجموعة أو لائحة ولا تسمي أحدا، لم تقرأ: {rows} ({text}).",
        "Rows that name a group or a list and nobody, not read: {rows} ({text}).",
    ),
    "title_rows": (
        "Lignes de titre au-dessus du tableau, non lues : {rows} ({text}).",
        "أسطر عنوان فوق الجدول لم تقرأ: {rows} ({text}).",
        "Title rows above the table, not read: {rows} ({text}).",
    ),
    "foot_rows": (
        "Lignes de signature, de date ou de numéro de page, non lues : {rows}.",
        "أسطر التوقيع أو التاريخ أو رقم الصفحة لم تقرأ: {rows}.",
        "Rows of a signature, a date or a page number, not read: {rows}.",
    ),
    "cut_short": (
        "Le fichier s'arrête au milieu d'une lettre, à la ligne {line} : il est peut-être coupé. Comparez sa fin avec l'original.",
        "يتوقف الملف في منتصف حرف، في السطر {line}: ربما هو مبتور. قارنوا نهايته بالأصل.",
        "The file stops in the middle of a letter, on line {line}: it may be cut short. Compare its end with the original.",
    ),
    "totals_row": (
        "Lignes de total, non lues : {rows}.",
        "أسطر المجموع لم تقرأ: {rows}.",
        "Rows of totals, not read: {rows}.",
    ),
    "empty_rows": (
        "Lignes vides, sautées : n° {rows}.",
        "أسطر فارغة تم تجاوزها: رقم {rows}.",
        "Blank rows, skipped: no. {rows}.",
    ),
    "short_rows": (
        "Lignes qui ont moins de cellules que les titres : n° {rows}.",
        "أسطر خلاياها أقل من العناوين: رقم {rows}.",
        "Rows with fewer cells than the headers: no. {rows}.",
    ),
    "long_rows": (
        "Lignes qui ont plus de cellules que les titres : n° {rows}.",
        "أسطر خلاياها أكثر من العناوين: رقم {rows}.",
        "Rows with more cells than the headers: no. {rows}.",
    ),
    "duplicate_headers": (
        "Des colonnes portent le même titre : {headers}. Vérifiez laquelle est lue.",
        "أعمدة تحمل العنوان نفسه: {headers}. تحققوا من العمود الذي يقرأ.",
        "Columns bear the same header: {headers}. Check which one is read.",
    ),
    "empty_headers": (
        "Colonnes sans titre : {count}. Dites ce qu'elles contiennent, ou laissez-les de côté.",
        "أعمدة بدون عنوان: {count}. حددوا محتواها أو اتركوها جانبا.",
        "Columns without a header: {count}. Say what they hold, or leave them out.",
    ),
    "damaged_text": (
        "Textes abîmés avant l'envoi : {count}, par exemple « {shown} » (ligne {row}). Ils ne sont pas réparés :"
        " corrigez-les dans le fichier.",
        "نصوص تالفة قبل الإرسال: {count}، مثلا «{shown}» (السطر {row}). لا يتم إصلاحها: صححوها في الملف.",
        "Texts spoilt before they were sent: {count}, for example “{shown}” (row {row}). They are not repaired:"
        " correct them in the file.",
    ),
    "other_sheets": (
        "Feuille lue : « {sheet} ». Autres feuilles, non lues : {sheets}.",
        "الورقة المقروءة: «{sheet}». أوراق أخرى لم تقرأ: {sheets}.",
        "Sheet read: “{sheet}”. Other sheets, not read: {sheets}.",
    ),
    "hidden_sheets": ("Feuilles masquées : {sheets}.", "أوراق مخفية: {sheets}.", "Hidden sheets: {sheets}."),
    "hidden_unknown": (
        "Dans un classeur XLS, les lignes masquées ou barrées et les zéros affichés devant un nombre ne se voient pas :"
        " tout est lu pareil. Enregistrez-le en XLSX si le vôtre en contient.",
        "في مصنف XLS لا تظهر لنا الأسطر المخفية أو المشطوبة ولا الأصفار المعروضة قبل الأعداد: يقرأ كل شيء على السواء."
        " إذا كان في مصنفكم شيء منها فاحفظوه بصيغة XLSX.",
        "In an XLS workbook rows hidden or struck through, and zeros shown before a number, cannot be seen: all is read alike."
        " Save it as XLSX if yours has any.",
    ),
    "hidden_rows": (
        "Lignes masquées dans le classeur, lues et signalées : {where}.",
        "أسطر مخفية في المصنف، تمت قراءتها والإشارة إليها: {where}.",
        "Rows hidden in the workbook, read and marked: {where}.",
    ),
    "hidden_columns": (
        "Colonnes masquées dans le classeur : {where}.",
        "أعمدة مخفية في المصنف: {where}.",
        "Columns hidden in the workbook: {where}.",
    ),
    "struck_rows": (
        "Lignes barrées dans le classeur : {count} (n° {where}). Elles sont lues comme les autres. Si une ligne barrée veut"
        " dire « parti », retirez-la du fichier ou ajoutez la date de départ, puis renvoyez-le.",
        "الأسطر المشطوبة في المصنف: {count} (رقم {where}). تقرأ مثل غيرها. إذا كان الشطب يعني أن الشخص غادر،"
        " فاحذفوا سطره من الملف أو أضيفوا تاريخ المغادرة، ثم أعيدوا إرساله.",
        "Rows struck through in the workbook: {count} (no. {where}). They are read like the others. Where one means “has left”,"
        " take it out of the file or add the leaving date, and send it again.",
    ),
    "struck_cells": (
        "Cellules barrées dans le classeur, lues comme les autres : {where}. Vérifiez si leur valeur vaut encore.",
        "خلايا مشطوبة في المصنف، قرئت مثل غيرها: {where}. تحققوا من أن قيمتها ما زالت صالحة.",
        "Cells struck through in the workbook, read like the others: {where}. Check whether their values still hold.",
    ),
    "uncomputed_formulas": (
        "Formules sans valeur enregistrée, lues comme vides : {where}. Ouvrez le classeur, enregistrez-le et renvoyez-le.",
        "صيغ حسابية بدون قيمة محفوظة قرئت كخلايا فارغة: {where}. افتحوا المصنف واحفظوه ثم أعيدوا إرساله.",
        "Formulas without a stored value, read as blank: {where}. Open the workbook, save it and send it again.",
    ),
    "cells_in_error": (
        "Cellules en erreur (#REF!, #N/A…), lues comme vides : {where}.",
        "خلايا فيها خطأ (#REF!، #N/A…) قرئت فارغة: {where}.",
        "Cells in error (#REF!, #N/A…), read as blank: {where}.",
    ),
    "merged_cells": (
        "Cellules fusionnées : {where}. Seule la première garde sa valeur.",
        "خلايا مدمجة: {where}. الخلية الأولى وحدها تحتفظ بقيمتها.",
        "Merged cells: {where}. Only the first keeps its value.",
    ),
}
