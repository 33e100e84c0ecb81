using Connect.Domain.Users;
using Connect.Web.Pages.Accounts;

namespace Connect.Web.Pages.Orders.New;

/// <summary>Skapa beställning, with the account chosen already.</summary>
internal sealed class NewOrderAction() : AccountAction(80, "NewOrder.ForAccount", "/orders/new?account={0}", "shopping-cart", Right.PlaceOrders);
