using Connect.Application.Reports;

namespace Connect.Infrastructure.Reports.Excel;

/// <summary>An Excel file that is being written, sheet after sheet.</summary>
internal interface IWorkbook : IRowWriter, IDisposable
{
    /// <summary>Ends the sheet and begins another one of other columns.</summary>
    /// <param name="head">Stands above the columns.</param>
    void Next(string title, IReadOnlyList<SheetColumn> columns, SheetHead? head = null);

    /// <summary>Ends the file. Without it the file is not one.</summary>
    void Complete();
}
