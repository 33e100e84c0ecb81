using System.Text;

namespace Connect.Infrastructure.Operator.Import;

/// <summary><c>docs/import.md</c>, made from the descriptions of the files and their columns.</summary>
internal static class ImportDocs
{
    private const string Head = """
        # Loading data

        Made from the code: `CONNECT_WRITE_DOCS=1 dotnet test --project tests/Infrastructure.Tests` writes it anew.

        `dotnet run --project src/Web -- import FOLDER|ZIP`.
        `samples/import` holds a small set with a file of each kind, `samples/import-errors` one with mistakes of every sort.

        - A file per kind, UTF-8, with a header, RFC 4180; `;` or `,` between fields, whichever the header has more of. The order of the columns is free.
        - Each row has your own id. A row that is loaded again updates; a load that brings nothing new changes nothing.
        - A column that is left out is not touched; an empty field empties what is stored.
        - Everything is checked before anything is changed. What is wrong is listed with file, line, column and reason (the first thousand), nothing is changed, and the program ends with 1. It ends with 0 when all is well, and counts for each file what was new, updated and unchanged.
        - A load is written in short transactions, so the portal goes on meanwhile. A load that was broken off goes on where it stopped when it is started again with the same files.
        - Lists have `|` between their values. Amounts are in kronor with a point, without VAT where nothing else is said. Days are Swedish days; instants are ISO 8601.
        - What has a place on the map is a GeoJSON file (RFC 7946, WGS 84): a `FeatureCollection` in which each feature is a row. Its properties are the columns, beside its `id` and `geometry`. Lists are JSON lists. In what is reported the feature's number, from 1, stands for the line.
        - PDF documents lie beside the CSV files, in the folder or the zip; `documents.csv` says what they are of.
        - References are to your own ids, within the row's organisation where it has one.

        ## By the API

        `POST /api/v1/operator/import` with a zip of the files as its body and an operator key with the scope `import`:

        ```
        curl -X POST https://connect.example/api/v1/operator/import -H "Authorization: Bearer $KEY" -H "Content-Type: application/zip" --data-binary @load.zip
        ```

        It answers when the load has ended. 200: `hasChanges`, and in `files` for each its `name`, `rows`, `added`, `changed` and `unchanged`. 400 with the code `ImportRefused`
        (RFC 9457): nothing was changed, and `problems` lists `file`, `line`, `column`, `code` and `detail`; `hasMore` says that there were more than a thousand. 401 and 403: no key, or none for this.
        409 `ImportRunning`: another load is being received; send it again later. 413: the zip is larger than `Import:MostMegabytes` (256). A zip whose files are larger than
        `Import:MostUnpackedMegabytes` (4096) unpacked is a problem of the load (`Archive`). A connection that breaks breaks the load off; the same zip sent again goes on where it stopped.

        """;

    public static string Write(IEnumerable<IImportFile> files)
    {
        var text = new StringBuilder(Head.ReplaceLineEndings("\n")).Append('\n');
        foreach (var file in files)
        {
            text.Append("## ").Append(file.FileName).Append('\n').Append(file.Description).Append("\n\n| column | required | type | meaning |\n|---|---|---|---|\n");
            foreach (var column in file.Columns)
                text.Append("| `").Append(column.Name).Append("` | ").Append(column.IsRequired ? "yes" : "").Append(" | ").Append(column.Type.Replace("|", "\\|", StringComparison.Ordinal))
                    .Append(" | ").Append(column.Description.Replace("|", "\\|", StringComparison.Ordinal)).Append(" |\n");
            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }
}
